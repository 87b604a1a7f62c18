import { type Cipher, InvalidOptionError, LATIN } from '@runnel/core'
import {
  createAutokey,
  createBeaufort,
  createCiphertextAutokey,
  createGronsfeld,
  createPorta,
  createProgressive,
  createVariantBeaufort,
  createVigenere,
  createXor,
  everyCipher,
  findCipher,
  type HomophonicKey,
  xorKeyOf,
} from '@runnel/core/ciphers'
import { type CipherChoice, keyFamilies } from '../keys/key-families.ts'
import type { KeyFamily } from '../keys/key-family.ts'
import type { KeySpace } from '../keys/key-space.ts'
import type { PeriodicCipher } from '../keys/periodic-family.ts'
import { blockFinders } from './block-keys.ts'
import { homophonicUnder } from './homophonic-known.ts'
import type { EndingFinder, Finding, KeyFinder } from './key-finder.ts'
import { type PeriodicOptions, periodicFamilies, periodicKeys } from './periodic-keys.ts'
import { rotorKeys } from './rotor-keys.ts'
import { transpositionFinders } from './transposition.ts'

export { encodeWords } from '../language/words/encode-words.ts'
export { loadWords } from '../language/words/load-words.ts'
export type { WordList } from '../language/words/word-list.ts'
export { blockFinders } from './block-keys.ts'
export type { EndingFinder, Finding, FindingMeans, KeyFinder } from './key-finder.ts'
export { type PeriodicOptions, periodicFamilies, periodicKeys } from './periodic-keys.ts'
export { type RotorOptions, rotorKeys } from './rotor-keys.ts'
export { transpositionFinders } from './transposition.ts'

/** The cipher of more symbols than letters, which is no `Cipher`: its text keeps no case and no signs. */
const HOMOPHONIC = 'homophonic'

const capitals = (letters = LATIN): string => letters.toUpperCase()

const vigenere = (letters?: string): PeriodicCipher => ({
  cipher: createVigenere(letters),
  values: capitals(letters),
  growing: createProgressive(letters),
})
/** Of a key that grows by a step, with that of Trithemius among them. */
const progressive: (typeof keyFinders)[string] = (options) =>
  periodicKeys({ ...vigenere(options?.letters), growsAlone: true }, 'progressive', options)
const beaufort = (letters?: string): PeriodicCipher => ({
  cipher: createBeaufort(letters),
  values: capitals(letters),
})
const gronsfeld = (letters?: string): PeriodicCipher => ({
  cipher: createGronsfeld(letters),
  values: '0123456789',
})
// A and B are the same key, and so on.
const porta = (): PeriodicCipher => ({ cipher: createPorta(), values: 'ACEGIKMOQSUWY' })

/** Searches whose ciphers have letters of their own. */
const LATIN_ALONE = ['porta', 'xor', 'enigma', 'periodic']

/** Choices of a search. */
export interface FinderOptions extends PeriodicOptions {
  /** Letters that the cipher moves, where they are other than the Latin ones and it goes with others. */
  readonly letters?: string | undefined
}

/**
 * The keys that are found though they cannot be listed, by the name of their cipher; `periodic` are those of Vigenère,
 * Beaufort, Porta and Gronsfeld, told apart by what they read. Keys that are words of a list are likelier where one is given.
 */
export const keyFinders: { readonly [name: string]: (options?: FinderOptions) => KeyFinder<Finding> } = {
  vigenere: (options) => periodicKeys(vigenere(options?.letters), undefined, options),
  beaufort: (options) => periodicKeys(beaufort(options?.letters), undefined, options),
  'variant-beaufort': (options) =>
    periodicKeys(
      { cipher: createVariantBeaufort(options?.letters), values: capitals(options?.letters) },
      undefined,
      options,
    ),
  gronsfeld: (options) => periodicKeys(gronsfeld(options?.letters), undefined, options),
  porta: (options) => periodicKeys(porta(), undefined, options),
  autokey: (options) =>
    periodicKeys(
      { cipher: createAutokey(options?.letters), values: capitals(options?.letters), follows: 'plaintext' },
      undefined,
      options,
    ),
  'ciphertext-autokey': (options) =>
    periodicKeys(
      {
        cipher: createCiphertextAutokey(options?.letters),
        values: capitals(options?.letters),
        follows: 'ciphertext',
      },
      undefined,
      options,
    ),
  progressive,
  trithemius: progressive,
  xor: (options) => {
    const cipher = createXor()
    const keys = {
      cipher,
      values: cipher.alphabet.letters,
      spell: (key: ArrayLike<number>) => xorKeyOf(key).key,
    }
    return periodicKeys(keys, undefined, { spaceless: options?.spaceless })
  },
  enigma: () => rotorKeys(),
  periodic: (options) =>
    periodicFamilies([vigenere(), beaufort(), porta(), gronsfeld()], 'periodic', options),
}

/** The keys of a cipher over letters that are given, to be found. */
const keysOver = (name: string, letters: string): KeySpace | KeyFamily | KeyFinder => {
  if (Object.hasOwn(keyFamilies, name) && name !== 'rot47') return keyFamilies[name].create(letters)
  if (Object.hasOwn(keyFinders, name) && !LATIN_ALONE.includes(name)) return keyFinders[name]({ letters })
  throw new InvalidOptionError(
    'alphabet',
    letters,
    `none beside cipher ${name}, whose keys are found over a to z`,
  )
}

/**
 * Finds the option `cipher` of a decipherer by name, among every cipher that Runnel brings along: for programs whose
 * users name ciphers. A decipherer finds only the ciphers of `@runnel/core` by name, so that a small program stays small.
 *
 * @param key the key, when it is known
 * @param letters those that the cipher moves, such as `findLetters` of `@runnel/core/alphabets` gives; its own unless given
 * @throws InvalidOptionError when there is no such cipher, or its key is not found
 * @returns the cipher that the key belongs to, or the keys to be searched; the name where a decipherer knows it
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { cipherNamed } from '@runnel/decipher/ciphers'
 * createDecipherer({ cipher: cipherNamed('vigenere', 'LEMON'), key: 'LEMON' })
 */
export const cipherNamed = (
  name: string,
  key: unknown,
  letters?: string,
): CipherChoice | Cipher<unknown> | KeySpace | KeyFamily | KeyFinder | EndingFinder => {
  if (key !== undefined && name === HOMOPHONIC) return homophonicUnder(key as HomophonicKey | string)
  if (key !== undefined && name !== 'auto') return findCipher(name, letters)
  if (letters !== undefined) return keysOver(name, letters)
  if (Object.hasOwn(keyFinders, name)) return keyFinders[name]()
  if (Object.hasOwn(transpositionFinders, name)) return transpositionFinders[name]()
  if (Object.hasOwn(blockFinders, name)) return blockFinders[name]()
  if ((Object.hasOwn(everyCipher, name) && !Object.hasOwn(keyFamilies, name)) || name === HOMOPHONIC) {
    throw new InvalidOptionError('key', undefined, `the key: that of ${name} is not found without it`)
  }
  // Of any other name a decipherer says which there are.
  return name as CipherChoice
}

/** Names of all ciphers that `cipherNamed` finds with a key, or without. */
export const cipherNames = (): string[] => [
  ...new Set([
    ...Object.keys(keyFamilies),
    ...Object.keys(everyCipher),
    HOMOPHONIC,
    ...Object.keys(keyFinders),
    ...Object.keys(transpositionFinders),
  ]),
]
