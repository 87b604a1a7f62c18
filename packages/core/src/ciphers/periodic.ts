import type { Alphabet } from '../alphabet.ts'
import { isLowSurrogate } from '../tokenizer.ts'
import { type Cipher, defineCipher } from './cipher.ts'
import type { LetterStep } from './cipher-definition.ts'
import { createKeyWords, type KeyWord } from './key-word.ts'

/** Another letter in place of a letter, by a letter of the key: all three as places in their alphabets. */
export type Tabula = (letter: number, key: number) => number

/** The parts of a periodic cipher that only it knows. */
export interface PeriodicDefinition {
  readonly name: string
  readonly alphabet: Alphabet
  /** The characters that keys are made of, in lower case. */
  readonly keyLetters: string
  /** A key for help texts and errors. */
  readonly example: string
  readonly encrypt: Tabula
  readonly decrypt: Tabula
}

/** The step that takes the letters of a key in turn, again and again; the phase is the place in the key. */
export const inTurn =
  (key: readonly number[], tabula: Tabula): LetterStep =>
  (letter, phase) => {
    const [at] = phase
    phase[0] = (at + 1) % key.length
    return tabula(letter, key[at])
  }

/** Makes a cipher that takes the letters of a key word in turn, again and again. */
export const definePeriodic = (definition: PeriodicDefinition): Cipher<KeyWord> => {
  const { name, alphabet, keyLetters, example, encrypt, decrypt } = definition
  const characters = keyLetters === '0123456789' ? 'digits' : 'letters'
  const keyHint = `${characters} such as ${example}, or ${example},all where spaces and signs move the key on too`
  const words = createKeyWords(keyLetters, keyHint)
  const stepping =
    (tabula: Tabula) =>
    (key: KeyWord): LetterStep =>
      inTurn(words.placesOf(key), tabula)
  return defineCipher({
    name,
    alphabet,
    keyHint,
    phaseLength: 1,
    encryptor: stepping(encrypt),
    decryptor: stepping(decrypt),
    passing(key) {
      const { length } = words.placesOf(key)
      if (!key.over) return undefined
      // A surrogate pair is one sign.
      return (unit, phase) => {
        if (!isLowSurrogate(unit)) phase[0] = (phase[0] + 1) % length
      }
    },
    generateKey(random) {
      // The first place of a key is a letter that is not read as itself.
      const places = Array.from({ length: 3 + random.integer(6) }, (_, i) =>
        i === 0 ? 1 + random.integer(keyLetters.length - 1) : random.integer(keyLetters.length),
      )
      return { key: places.map((place) => keyLetters[place].toUpperCase()).join('') }
    },
    parseKey: words.parse,
    formatKey: words.format,
  })
}
