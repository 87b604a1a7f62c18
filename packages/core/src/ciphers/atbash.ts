import { LATIN } from '../alphabet.ts'
import type { Cipher } from './cipher.ts'
import { createKeylessCipher, type NoKey } from './keyless-cipher.ts'
import { createExchangeableAlphabet } from './substitution.ts'

/**
 * Atbash: the first letter and the last change places, the second and the last but one, and so on.
 *
 * It has no key, and both directions are the same.
 * Source: Jeremiah 25:26, where Sheshach stands for Babel.
 *
 * @throws InvalidOptionError on an alphabet that no exchange could give back: see `createExchangeableAlphabet`
 * @example
 * import { createAtbash } from '@runnel/core'
 * createAtbash().encrypt('wizard', {}) // 'draziw'
 */
export const createAtbash = (letters: string = LATIN): Cipher<NoKey> => {
  const alphabet = createExchangeableAlphabet(letters)
  const places = Array.from({ length: alphabet.size }, (_, index) => alphabet.size - 1 - index)
  return createKeylessCipher('atbash', alphabet, places)
}
