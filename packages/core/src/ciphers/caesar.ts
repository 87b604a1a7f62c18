import { LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { type Cipher, defineCipher } from './cipher.ts'
import type { LetterStep } from './cipher-definition.ts'
import { createExchangeableAlphabet } from './substitution.ts'
import { wrap } from './wrap.ts'

/** Key of the Caesar cipher: how many places each letter moves forward when enciphered. */
export interface CaesarKey {
  /** Any integer; negative moves backward. */
  shift: number
}

/**
 * The Caesar cipher: every letter moves `shift` places along the alphabet, round the end.
 *
 * With shift 3 `data` becomes `gdwd`; with 13 (ROT13, key `rot13`) both directions are the same.
 * Source: Suetonius, De vita Caesarum I 56.
 *
 * @throws InvalidOptionError on an alphabet that no shift could give back: see `createExchangeableAlphabet`
 * @example
 * import { createCaesar } from '@runnel/core'
 * createCaesar().encrypt('I Like Apples', { shift: 3 }) // 'L Olnh Dssohv'
 */
export const createCaesar = (letters: string = LATIN): Cipher<CaesarKey> => {
  const alphabet = createExchangeableAlphabet(letters)
  const { size } = alphabet
  const keyHint = 'a whole number such as 3 or -3, or rot13'
  const moved = (shift: number): LetterStep => {
    const places = wrap(shift, size)
    return (index) => (index + places) % size
  }
  return defineCipher({
    name: 'caesar',
    alphabet,
    keyHint,
    phaseLength: 0,
    encryptor: (key) => moved(checked(key).shift),
    decryptor: (key) => moved(-checked(key).shift),
    listKeys: () => Array.from({ length: size }, (_, shift) => ({ shift })),
    generateKey: (random) => ({ shift: 1 + random.integer(Math.max(1, size - 1)) }),
    parseKey(text) {
      const words = text.trim().toLowerCase()
      const shift = words === 'rot13' ? 13 : /^[+-]?\d+$/.test(words) ? Number(words) : Number.NaN
      if (!Number.isSafeInteger(shift)) throw new InvalidOptionError('key', text, keyHint)
      return { shift }
    },
    formatKey: (key) => String(checked(key).shift),
  })
}

const checked = (key: CaesarKey): CaesarKey => {
  if (!Number.isSafeInteger(key.shift)) throw new InvalidOptionError('shift', key.shift, 'a whole number')
  return key
}
