import { LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { type Cipher, defineCipher } from './cipher.ts'
import { createExchangeableAlphabet } from './substitution.ts'
import { tableSteps } from './table-steps.ts'
import { wrap } from './wrap.ts'

/** Key of the affine cipher: letter x becomes letter a·x + b, counted from 0 and round the end. */
export interface AffineKey {
  /** Shares no divisor with the size of the alphabet: odd and not 13 for the Latin one. */
  a: number
  /** Any integer. */
  b: number
}

/**
 * The affine cipher: letter x of an alphabet of m becomes letter a·x + b modulo m.
 *
 * With a = 1 it is the Caesar cipher of shift b; with a = b = 25 it is Atbash.
 * Source: Wikipedia, Affine cipher.
 *
 * @throws InvalidOptionError on an alphabet that no exchange could give back: see `createExchangeableAlphabet`
 * @example
 * import { createAffine } from '@runnel/core'
 * createAffine().encrypt('Affine cipher', { a: 5, b: 8 }) // 'Ihhwvc swfrcp'
 */
export const createAffine = (letters: string = LATIN): Cipher<AffineKey> => {
  const alphabet = createExchangeableAlphabet(letters)
  const { size } = alphabet
  const keyHint = 'two whole numbers such as 5,8, the first without a common divisor with the alphabet’s size'

  const checked = ({ a, b }: AffineKey): AffineKey => {
    if (!(Number.isSafeInteger(a) && divisor(a, size) === 1)) throw new InvalidOptionError('a', a, coprime)
    if (!Number.isSafeInteger(b)) throw new InvalidOptionError('b', b, 'a whole number')
    return { a, b }
  }
  const coprime = `a whole number without a common divisor with ${size}`
  /** The place of each letter's ciphertext letter. Remainders first, so that no product is inexact. */
  const places = (key: AffineKey): number[] => {
    const { a, b } = checked(key)
    return Array.from({ length: size }, (_, x) => wrap(wrap(a, size) * x + wrap(b, size), size))
  }
  return defineCipher({
    name: 'affine',
    alphabet,
    keyHint,
    phaseLength: 0,
    ...tableSteps(places),
    listKeys: () =>
      affineFactors(size).flatMap((a) => Array.from({ length: size }, (_, b): AffineKey => ({ a, b }))),
    generateKey(random) {
      const factors = affineFactors(size)
      const a = factors[random.integer(factors.length)]
      return { a, b: a === 1 ? 1 + random.integer(Math.max(1, size - 1)) : random.integer(size) }
    },
    parseKey(text) {
      const numbers = /^\s*([+-]?\d+)\s*[, ]\s*([+-]?\d+)\s*$/.exec(text)
      if (!numbers) throw new InvalidOptionError('key', text, keyHint)
      return checked({ a: Number(numbers[1]), b: Number(numbers[2]) })
    },
    formatKey(key) {
      const { a, b } = checked(key)
      return `${a},${b}`
    },
  })
}

/** The factors below `size` that an affine key may have: 12 for the Latin alphabet. */
export const affineFactors = (size: number): number[] =>
  Array.from({ length: size }, (_, index) => index + 1).filter((a) => divisor(a, size) === 1)

/** Greatest common divisor (Euclid, Elements VII 2). */
const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b))
