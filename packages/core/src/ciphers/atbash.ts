import { LATIN } from '../alphabet.ts'
import type { Cipher } from './cipher.ts'
import { type NoKey, noKey, parseNoKey } from './no-key.ts'
import { createExchangeableAlphabet, substitute } from './substitution.ts'

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
  const turn = (text: string): string => substitute(text, alphabet, places)
  return {
    name: 'atbash',
    alphabet,
    keyHint: 'none: atbash has no key',
    encrypt: turn,
    decrypt: turn,
    generateKey: () => ({}),
    parseKey: (text) => parseNoKey(text, 'atbash'),
    formatKey: () => noKey,
  }
}
