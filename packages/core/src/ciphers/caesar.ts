import { type Alphabet, createAlphabet, LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Cipher } from './cipher.ts'

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
 * @throws InvalidOptionError on an alphabet that `createAlphabet` refuses, or that mixes letters with and
 * without an upper case of their own (such as `ß` or `ς`), which no shift could give back.
 * @example
 * import { createCaesar } from '@runnel/core'
 * createCaesar().encrypt('I Like Apples', { shift: 3 }) // 'L Olnh Dssohv'
 */
export const createCaesar = (letters: string = LATIN): Cipher<CaesarKey> => {
  const alphabet = createAlphabet(letters)
  if (isMixed(alphabet)) {
    throw new InvalidOptionError(
      'alphabet',
      letters,
      'an upper case of its own for every letter, or for none',
    )
  }
  const keyHint = 'a whole number such as 3 or -3, or rot13'
  return {
    name: 'caesar',
    alphabet,
    keyHint,
    encrypt: (plaintext, key) => move(plaintext, alphabet, checked(key).shift),
    decrypt: (ciphertext, key) => move(ciphertext, alphabet, -checked(key).shift),
    generateKey: (random) => ({ shift: 1 + random.integer(Math.max(1, alphabet.size - 1)) }),
    parseKey(text) {
      const words = text.trim().toLowerCase()
      const shift = words === 'rot13' ? 13 : /^[+-]?\d+$/.test(words) ? Number(words) : Number.NaN
      if (!Number.isSafeInteger(shift)) throw new InvalidOptionError('key', text, keyHint)
      return { shift }
    },
    formatKey: (key) => String(checked(key).shift),
  }
}

/** Whether some letters stand for their upper case too, and others do not. */
const isMixed = ({ letters, size, indexOf }: Alphabet): boolean => {
  const cased = Array.from(letters).filter((letter, index) => {
    const upper = letter.toUpperCase()
    return upper !== letter && indexOf(upper.charCodeAt(0)) === index
  })
  return cased.length !== 0 && cased.length !== size
}

const checked = (key: CaesarKey): CaesarKey => {
  if (!Number.isSafeInteger(key.shift)) throw new InvalidOptionError('shift', key.shift, 'a whole number')
  return key
}

const move = (text: string, alphabet: Alphabet, shift: number): string => {
  const places = ((shift % alphabet.size) + alphabet.size) % alphabet.size
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const index = alphabet.indexOf(unit)
    units[i] = index === -1 ? unit : alphabet.letterAt((index + places) % alphabet.size, unit)
  }
  return fromUnits(units)
}

/** `String.fromCharCode` takes its arguments from the stack, so long texts are made in pieces. */
const fromUnits = (units: Uint16Array): string => {
  let text = ''
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.subarray(i, i + 4096))
  return text
}
