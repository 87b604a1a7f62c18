import { LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { type Cipher, defineCipher } from './cipher.ts'
import { createKeyWords } from './key-word.ts'
import { inTurn } from './periodic.ts'
import { createSubstitution } from './simple-substitution.ts'

/** Key of a Quagmire cipher. */
export interface QuagmireKey {
  /** Mixed alphabets, each letter once, in lower case: one, or of Quagmire IV that of the plaintext and that of the ciphertext. */
  readonly alphabets: readonly string[]
  /** The indicator, whose letters turn the ciphertext alphabet, taken in turn; in upper case. */
  readonly word: string
  /** The plaintext letter that the letters of the indicator stand under; in upper case. */
  readonly under: string
}

/** The number of mixed alphabets in a key, and which of them is that of the plaintext and of the ciphertext; of none the usual one. */
interface Arrangement {
  readonly name: string
  readonly mixed: 1 | 2
  readonly plain?: 0
  readonly cipher?: 0 | 1
}

/**
 * Quagmire I: letters are looked up in a mixed alphabet, and written by the usual one, turned so that a letter of the indicator, taken
 * in turn, stands under a letter of the mixed one: A unless given.
 *
 * Source: American Cryptogram Association, cipher types, Quagmire I to IV.
 *
 * @example
 * import { createQuagmire1 } from '@runnel/core/ciphers'
 * const quagmire = createQuagmire1()
 * quagmire.encrypt('The quag one', quagmire.parseKey('springfever,flower')) // 'Qpm gqrb uju'
 */
export const createQuagmire1 = (): Cipher<QuagmireKey> =>
  createQuagmire({ name: 'quagmire1', mixed: 1, plain: 0 })

/** Quagmire II: letters are looked up in the usual alphabet, and written by a mixed one. See `createQuagmire1`. */
export const createQuagmire2 = (): Cipher<QuagmireKey> =>
  createQuagmire({ name: 'quagmire2', mixed: 1, cipher: 0 })

/** Quagmire III: letters are looked up in a mixed alphabet, and written by the same. See `createQuagmire1`. */
export const createQuagmire3 = (): Cipher<QuagmireKey> =>
  createQuagmire({ name: 'quagmire3', mixed: 1, plain: 0, cipher: 0 })

/** Quagmire IV: letters are looked up in a mixed alphabet, and written by another. See `createQuagmire1`. */
export const createQuagmire4 = (): Cipher<QuagmireKey> =>
  createQuagmire({ name: 'quagmire4', mixed: 2, plain: 0, cipher: 1 })

const createQuagmire = ({ name, mixed, plain, cipher }: Arrangement): Cipher<QuagmireKey> => {
  const substitution = createSubstitution()
  const { alphabet } = substitution
  const { size } = alphabet
  const words = createKeyWords(LATIN, 'an indicator such as FLOWER')
  const keywords = mixed === 1 ? 'a keyword' : 'two keywords, of the plaintext and of the ciphertext'
  const example = mixed === 1 ? 'SPRINGFEVER,FLOWER,A' : 'SENSORY,PERCEPTION,EXTRA,S'
  const keyHint = `${keywords}, an indicator, and the letter it stands under, A unless given, such as ${example}`

  /** The two alphabets, and how far each letter of the indicator turns that of the ciphertext. */
  const tableauOf = ({ alphabets, word, under }: QuagmireKey) => {
    if (!Array.isArray(alphabets) || alphabets.length !== mixed) {
      throw new InvalidOptionError('alphabets', alphabets, `${mixed} of ${size} letters`)
    }
    const orders = alphabets.map((written) => placesOf(substitution.formatKey({ alphabet: written })))
    const usual = placesOf(LATIN)
    const from = plain === undefined ? usual : orders[plain]
    const to = cipher === undefined ? usual : orders[cipher]
    const column = from.indexOf(placeOf(under))
    return {
      from,
      to,
      turns: words.placesOf({ key: word }).map((letter) => to.indexOf(letter) + size - column),
    }
  }
  const placesOf = (letters: string): number[] =>
    Array.from(letters, (letter) => alphabet.indexOf(letter.charCodeAt(0)))
  const placeOf = (under: string): number => {
    const place = String(under).length === 1 ? alphabet.indexOf(under.charCodeAt(0)) : -1
    if (place === -1) throw new InvalidOptionError('under', under, 'a letter of the plaintext, such as A')
    return place
  }
  /** Place of each letter in an alphabet. */
  const standing = (order: readonly number[]): number[] => order.map((_, letter) => order.indexOf(letter))

  return defineCipher<QuagmireKey>({
    name,
    alphabet,
    keyHint,
    phaseLength: 1,
    encryptor(key) {
      const { from, to, turns } = tableauOf(key)
      const at = standing(from)
      return inTurn(turns, (letter, turn) => to[(at[letter] + turn) % size])
    },
    decryptor(key) {
      const { from, to, turns } = tableauOf(key)
      const at = standing(to)
      return inTurn(turns, (letter, turn) => from[(at[letter] + 2 * size - turn) % size])
    },
    generateKey(random) {
      const alphabets = Array.from({ length: mixed }, () => substitution.generateKey(random).alphabet)
      // The first letter of the indicator is not the one that it stands under, so that Quagmire III changes the text.
      const places = Array.from({ length: 3 + random.integer(6) }, (_, i) =>
        i === 0 ? 1 + random.integer(size - 1) : random.integer(size),
      )
      return { alphabets, word: places.map((place) => LATIN[place].toUpperCase()).join(''), under: 'A' }
    },
    parseKey(text) {
      const parts = text.split(',').map((part) => part.trim())
      if (parts.length < mixed + 1 || parts.length > mixed + 2) {
        throw new InvalidOptionError('key', text, keyHint)
      }
      const key = {
        alphabets: parts.slice(0, mixed).map((part) => substitution.parseKey(part).alphabet),
        word: words.parse(parts[mixed]).key,
        under: (parts[mixed + 1] ?? 'A').toUpperCase(),
      }
      tableauOf(key)
      return key
    },
    formatKey(key) {
      tableauOf(key)
      const { alphabets, word, under } = key
      return [...alphabets, word, under].map((part) => part.toUpperCase()).join(',')
    },
  })
}
