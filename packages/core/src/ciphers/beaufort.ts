import { LATIN } from '../alphabet.ts'
import type { Cipher } from './cipher.ts'
import type { KeyWord } from './key-word.ts'
import { definePeriodic, type Tabula } from './periodic.ts'
import { createExchangeableAlphabet } from './substitution.ts'

/**
 * The Beaufort cipher: a letter is written as the distance from it to a letter of the key, taken in turn. Both
 * directions are the same.
 *
 * Source: Beaufort, Cryptography (1857); Wikipedia, Beaufort cipher.
 *
 * @throws InvalidOptionError on an alphabet that no shift could give back: see `createExchangeableAlphabet`
 * @example
 * import { createBeaufort } from '@runnel/core/ciphers'
 * createBeaufort().encrypt('defend', { key: 'FORTIFICATION' }) // 'ckmpvc'
 */
export const createBeaufort = (letters: string = LATIN): Cipher<KeyWord> => {
  const alphabet = createExchangeableAlphabet(letters)
  const { size } = alphabet
  const distance: Tabula = (letter, key) => (key + size - letter) % size
  return definePeriodic({
    name: 'beaufort',
    alphabet,
    keyLetters: letters.toLowerCase(),
    example: 'LEMON',
    encrypt: distance,
    decrypt: distance,
  })
}
