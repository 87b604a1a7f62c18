import { createAlphabet, LATIN } from '../alphabet.ts'
import type { Cipher } from './cipher.ts'
import type { KeyWord } from './key-word.ts'
import { definePeriodic, type Tabula } from './periodic.ts'

/** Letters of each half of the alphabet. */
const HALF = 13

/**
 * The Porta cipher: letters of one half of the alphabet are written as letters of the other, moved by one place for
 * every second letter of the key. Both directions are the same; A and B, C and D … are the same key.
 *
 * Source: della Porta, De furtivis literarum notis (1563), with the tableau of Practical Cryptography, Porta cipher.
 *
 * @example
 * import { createPorta } from '@runnel/core/ciphers'
 * createPorta().encrypt('defend', { key: 'FORTIFICATION' }) // 'synnjs'
 */
export const createPorta = (): Cipher<KeyWord> => {
  const exchange: Tabula = (letter, key) => {
    const places = key >> 1
    return letter < HALF ? HALF + ((letter + places) % HALF) : (letter - places) % HALF
  }
  return definePeriodic({
    name: 'porta',
    alphabet: createAlphabet(LATIN),
    keyLetters: LATIN,
    example: 'LEMON',
    encrypt: exchange,
    decrypt: exchange,
  })
}
