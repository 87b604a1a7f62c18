import { LATIN } from '../alphabet.ts'
import type { Cipher } from './cipher.ts'
import type { KeyWord } from './key-word.ts'
import { definePeriodic } from './periodic.ts'
import { createExchangeableAlphabet } from './substitution.ts'

/**
 * The Gronsfeld cipher: Vigenère with digits for a key.
 *
 * Source: Schott, Magia universalis (1659); the cryptogram of Verne, La Jangada (1881).
 *
 * @throws InvalidOptionError on an alphabet that no shift could give back: see `createExchangeableAlphabet`
 * @example
 * import { createGronsfeld } from '@runnel/core/ciphers'
 * createGronsfeld().encrypt('attack', { key: '31415' }) // 'duxbhn'
 */
export const createGronsfeld = (letters: string = LATIN): Cipher<KeyWord> => {
  const alphabet = createExchangeableAlphabet(letters)
  const { size } = alphabet
  return definePeriodic({
    name: 'gronsfeld',
    alphabet,
    keyLetters: '0123456789',
    example: '31415',
    encrypt: (letter, key) => (letter + key) % size,
    decrypt: (letter, key) => (letter + 10 * size - key) % size,
  })
}
