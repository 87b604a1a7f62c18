import { type Cipher, InvalidOptionError, LATIN } from '@runnel/core'
import {
  createAutokey,
  createBeaufort,
  createCiphertextAutokey,
  createGronsfeld,
  createPorta,
  createVariantBeaufort,
  createVigenere,
  createXor,
  everyCipher,
  findCipher,
  xorKeyOf,
} from '@runnel/core/ciphers'
import { type CipherChoice, keyFamilies } from '../keys/key-families.ts'
import type { PeriodicCipher } from '../keys/periodic-family.ts'
import type { EndingFinder, Finding, KeyFinder } from './key-finder.ts'
import { type PeriodicOptions, periodicFamilies, periodicKeys } from './periodic-keys.ts'
import { rotorKeys } from './rotor-keys.ts'
import { transpositionFinders } from './transposition.ts'

export { encodeWords } from '../language/words/encode-words.ts'
export { loadWords } from '../language/words/load-words.ts'
export type { WordList } from '../language/words/word-list.ts'
export type { EndingFinder, Finding, FindingMeans, KeyFinder } from './key-finder.ts'
export { type PeriodicOptions, periodicFamilies, periodicKeys } from './periodic-keys.ts'
export { type RotorOptions, rotorKeys } from './rotor-keys.ts'
export { transpositionFinders } from './transposition.ts'

const LETTERS = LATIN.toUpperCase()

const vigenere = (): PeriodicCipher => ({ cipher: createVigenere(), values: LETTERS })
const beaufort = (): PeriodicCipher => ({ cipher: createBeaufort(), values: LETTERS })
const gronsfeld = (): PeriodicCipher => ({ cipher: createGronsfeld(), values: '0123456789' })
// A and B are the same key, and so on.
const porta = (): PeriodicCipher => ({ cipher: createPorta(), values: 'ACEGIKMOQSUWY' })

/**
 * The keys that are found though they cannot be listed, by the name of their cipher; `periodic` are those of Vigenère,
 * Beaufort, Porta and Gronsfeld, told apart by what they read. Keys that are words of a list are likelier where one is given.
 */
export const keyFinders: { readonly [name: string]: (options?: PeriodicOptions) => KeyFinder<Finding> } = {
  vigenere: (options) => periodicKeys(vigenere(), undefined, options),
  beaufort: (options) => periodicKeys(beaufort(), undefined, options),
  'variant-beaufort': (options) =>
    periodicKeys({ cipher: createVariantBeaufort(), values: LETTERS }, undefined, options),
  gronsfeld: (options) => periodicKeys(gronsfeld(), undefined, options),
  porta: (options) => periodicKeys(porta(), undefined, options),
  autokey: (options) =>
    periodicKeys({ cipher: createAutokey(), values: LETTERS, follows: 'plaintext' }, undefined, options),
  'ciphertext-autokey': (options) =>
    periodicKeys(
      { cipher: createCiphertextAutokey(), values: LETTERS, follows: 'ciphertext' },
      undefined,
      options,
    ),
  xor: () => {
    const cipher = createXor()
    return periodicKeys({ cipher, values: cipher.alphabet.letters, spell: (key) => xorKeyOf(key).key })
  },
  enigma: () => rotorKeys(),
  periodic: (options) =>
    periodicFamilies([vigenere(), beaufort(), porta(), gronsfeld()], 'periodic', options),
}

/**
 * Finds the option `cipher` of a decipherer by name, among every cipher that Runnel brings along: for programs whose
 * users name ciphers. A decipherer finds only the ciphers of `@runnel/core` by name, so that a small program stays small.
 *
 * @param key the key, when it is known
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
): CipherChoice | Cipher<unknown> | KeyFinder | EndingFinder => {
  if (key !== undefined && name !== 'auto') return findCipher(name)
  if (Object.hasOwn(keyFinders, name)) return keyFinders[name]()
  if (Object.hasOwn(transpositionFinders, name)) return transpositionFinders[name]()
  if (Object.hasOwn(everyCipher, name) && !Object.hasOwn(keyFamilies, name)) {
    throw new InvalidOptionError('key', undefined, `the key: that of ${name} is not found without it`)
  }
  // Of any other name a decipherer says which there are.
  return name as CipherChoice
}

/** Names of all ciphers that `cipherNamed` finds with a key, or without. */
export const cipherNames = (): string[] => [
  ...new Set([...Object.keys(keyFamilies), ...Object.keys(everyCipher), ...Object.keys(keyFinders)]),
]
