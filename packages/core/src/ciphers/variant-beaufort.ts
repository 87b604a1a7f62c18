import { LATIN } from '../alphabet.ts'
import type { Cipher } from './cipher.ts'
import type { KeyWord } from './key-word.ts'
import { definePeriodic } from './periodic.ts'
import { createExchangeableAlphabet } from './substitution.ts'

/**
 * The variant Beaufort cipher: Vigenère the other way round, so that letters move backward when they are enciphered.
 *
 * Source: Wikipedia, Beaufort cipher.
 *
 * @throws InvalidOptionError on an alphabet that no shift could give back: see `createExchangeableAlphabet`
 * @example
 * import { createVariantBeaufort } from '@runnel/core/ciphers'
 * createVariantBeaufort().encrypt('lxfopv', { key: 'LEMON' }) // 'attack'
 */
export const createVariantBeaufort = (letters: string = LATIN): Cipher<KeyWord> => {
  const alphabet = createExchangeableAlphabet(letters)
  const { size } = alphabet
  return definePeriodic({
    name: 'variant-beaufort',
    alphabet,
    keyLetters: letters.toLowerCase(),
    example: 'LEMON',
    encrypt: (letter, key) => (letter + size - key) % size,
    decrypt: (letter, key) => (letter + key) % size,
  })
}
