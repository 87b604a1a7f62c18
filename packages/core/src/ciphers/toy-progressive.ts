import { createAlphabet, LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { type Cipher, defineCipher } from './cipher.ts'

/** Key of the progressive Caesar cipher. */
export interface ProgressiveKey {
  /** Places that the first letter moves, from 0 to 25; each letter after it moves one more. */
  first: number
}

/**
 * The progressive Caesar cipher: the first letter moves `first` places, and each letter one place more than the letter
 * before. With 0 it is the cipher of Trithemius (Polygraphia, 1518).
 *
 * @example
 * import { createToyProgressive } from '@runnel/core'
 * createToyProgressive().encrypt('HELLO', { first: 0 }) // 'HFNOS'
 */
export const createToyProgressive = (): Cipher<ProgressiveKey> => {
  const keyHint = 'a whole number from 0 to 25'
  const checked = ({ first }: ProgressiveKey): number => {
    if (Number.isInteger(first) && first >= 0 && first <= 25) return first
    throw new InvalidOptionError('key', first, keyHint)
  }
  return defineCipher<ProgressiveKey>({
    name: 'toy-progressive',
    alphabet: createAlphabet(LATIN),
    keyHint,
    phaseLength: 1,
    encryptor(key) {
      const first = checked(key)
      return (index, phase) => (index + first + phase[0]++) % 26
    },
    decryptor(key) {
      const first = checked(key)
      return (index, phase) => (index + 52 - first - (phase[0]++ % 26)) % 26
    },
    generateKey: (random) => ({ first: 1 + random.integer(25) }),
    parseKey(text) {
      const first = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN
      checked({ first })
      return { first }
    },
    formatKey: (key) => String(checked(key)),
  })
}
