import { type Cipher, InvalidOptionError, LATIN } from '@runnel/core'
import {
  createAutokey,
  createBeaufort,
  createCiphertextAutokey,
  createGronsfeld,
  createPorta,
  createVariantBeaufort,
  createVigenere,
  everyCipher,
  findCipher,
} from '@runnel/core/ciphers'
import { type CipherChoice, keyFamilies } from '../keys/key-families.ts'
import type { KeyFinder } from './key-finder.ts'
import { periodicKeys } from './periodic-keys.ts'

export type { FindingMeans, KeyFinder } from './key-finder.ts'
export { periodicKeys } from './periodic-keys.ts'

const LETTERS = LATIN.toUpperCase()

/** The keys that are found though they cannot be listed, by the name of their cipher. */
export const keyFinders: { readonly [name: string]: () => KeyFinder } = {
  vigenere: () => periodicKeys({ cipher: createVigenere(), values: LETTERS }),
  beaufort: () => periodicKeys({ cipher: createBeaufort(), values: LETTERS }),
  'variant-beaufort': () => periodicKeys({ cipher: createVariantBeaufort(), values: LETTERS }),
  gronsfeld: () => periodicKeys({ cipher: createGronsfeld(), values: '0123456789' }),
  // A and B are the same key, and so on.
  porta: () => periodicKeys({ cipher: createPorta(), values: 'ACEGIKMOQSUWY' }),
  autokey: () => periodicKeys({ cipher: createAutokey(), values: LETTERS, follows: 'plaintext' }),
  'ciphertext-autokey': () =>
    periodicKeys({ cipher: createCiphertextAutokey(), values: LETTERS, follows: 'ciphertext' }),
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
export const cipherNamed = (name: string, key: unknown): CipherChoice | Cipher<unknown> | KeyFinder => {
  if (key !== undefined && name !== 'auto') return findCipher(name)
  if (Object.hasOwn(keyFinders, name)) return keyFinders[name]()
  if (Object.hasOwn(everyCipher, name) && !Object.hasOwn(keyFamilies, name)) {
    throw new InvalidOptionError('key', undefined, `the key: that of ${name} is not found without it`)
  }
  // Of any other name a decipherer says which there are.
  return name as CipherChoice
}

/** Names of all ciphers that `cipherNamed` finds with a key, or without. */
export const cipherNames = (): string[] => [
  ...new Set([...Object.keys(keyFamilies), ...Object.keys(everyCipher)]),
]
