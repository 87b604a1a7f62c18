import { type Cipher, InvalidOptionError } from '@runnel/core'
import { everyCipher, findCipher } from '@runnel/core/ciphers'
import { keyFamilies } from './key-families.ts'

/**
 * Finds the option `cipher` of a decipherer by name, among every cipher that Runnel brings along: for programs whose
 * users name ciphers. A decipherer finds only the ciphers of `@runnel/core` by name, so that a small program stays small.
 *
 * @param key the key, when it is known
 * @throws InvalidOptionError when there is no such cipher, or its key is not found
 * @returns the cipher that the key belongs to; the name itself where a decipherer knows better what to do with it
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { cipherNamed } from '@runnel/decipher/ciphers'
 * createDecipherer({ cipher: cipherNamed('vigenere', 'LEMON'), key: 'LEMON' })
 */
export const cipherNamed = (name: string, key: unknown): string | Cipher<unknown> => {
  if (key !== undefined && name !== 'auto') return findCipher(name)
  if (Object.hasOwn(everyCipher, name) && !Object.hasOwn(keyFamilies, name)) {
    throw new InvalidOptionError('key', undefined, `the key: that of ${name} is not found without it`)
  }
  return name
}

/** Names of the ciphers whose keys may be known. */
export const cipherNames = (): string[] => Object.keys(everyCipher)
