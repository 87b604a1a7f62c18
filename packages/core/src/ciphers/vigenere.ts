import { LATIN } from '../alphabet.ts'
import type { Cipher } from './cipher.ts'
import type { KeyWord } from './key-word.ts'
import { definePeriodic } from './periodic.ts'
import { createExchangeableAlphabet } from './substitution.ts'

/**
 * The Vigenère cipher: each letter moves forward by the place of a letter of the key, taken in turn.
 *
 * Source: Bellaso, La cifra (1553); Wikipedia, Vigenère cipher.
 *
 * @throws InvalidOptionError on an alphabet that no shift could give back: see `createExchangeableAlphabet`
 * @example
 * import { createVigenere } from '@runnel/core/ciphers'
 * createVigenere().encrypt('Attack at dawn', { key: 'LEMON' }) // 'Lxfopv ef rnhr'
 */
export const createVigenere = (letters: string = LATIN): Cipher<KeyWord> => {
  const alphabet = createExchangeableAlphabet(letters)
  const { size } = alphabet
  return definePeriodic({
    name: 'vigenere',
    alphabet,
    keyLetters: letters.toLowerCase(),
    example: 'LEMON',
    encrypt: (letter, key) => (letter + key) % size,
    decrypt: (letter, key) => (letter + size - key) % size,
  })
}
