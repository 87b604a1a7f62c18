import { isSpace } from '../tokenizer.ts'
import type { Coding } from './coding.ts'
import { MOST_BASE58 } from './constants.ts'
import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/** Bitcoin's: no 0, O, I, l. */
const SIGNS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/* Places of the state: digits read, zeros that lead, digits of the number, and from there the digits, lowest first. */
const READ = 0
const ZEROS = 1
const LENGTH = 2
const FIRST = 3

/** Digits of a number in one base, and the base that it is put out in. */
interface Bases {
  readonly from: number
  readonly to: number
  /** The value of a unit, or -1. */
  valueOf(unit: number): number
  /** The unit of a digit. */
  unitOf(digit: number): number
  isSkipped(unit: number): boolean
}

/**
 * Base58, whose text is one number in base 58 (draft-msporny-base58): it is known at the end of the text alone, so that a
 * text may have 1,024 digits at the most.
 */
export const createBase58 = (): Encoding => ({
  name: 'base58',
  carries: 'bytes',
  encoder: createRebased({
    from: 256,
    to: 58,
    valueOf: (byte) => byte,
    unitOf: (digit) => SIGNS.charCodeAt(digit),
    isSkipped: () => false,
  }),
  decoder: createRebased({
    from: 58,
    to: 256,
    valueOf: (unit) => SIGNS.indexOf(String.fromCharCode(unit)),
    unitOf: (digit) => digit,
    isSkipped: isSpace,
  }),
})

const createRebased = (bases: Bases): Coding => ({
  // A byte takes fewer than 1.4 digits.
  stateLength: FIRST + Math.ceil(1.4 * MOST_BASE58),
  most: MOST_BASE58,
  step(unit, state) {
    const value = bases.valueOf(unit)
    if (value === -1) return bases.isSkipped(unit)
    if (state[READ] === MOST_BASE58) return false
    state[READ]++
    if (value === 0 && state[LENGTH] === 0) state[ZEROS]++
    else multiply(bases, state, value)
    return true
  },
  end(state, output: Output) {
    for (let i = 0; i < state[ZEROS]; i++) output.put(bases.unitOf(0))
    for (let i = state[LENGTH] - 1; i >= 0; i--) output.put(bases.unitOf(state[FIRST + i]))
    return true
  },
})

/** Appends a digit to the number. */
const multiply = ({ from, to }: Bases, state: Int32Array, digit: number): void => {
  let carry = digit
  for (let i = 0; i < state[LENGTH]; i++) {
    carry += state[FIRST + i] * from
    state[FIRST + i] = carry % to
    carry = Math.floor(carry / to)
  }
  for (; carry > 0; carry = Math.floor(carry / to)) state[FIRST + state[LENGTH]++] = carry % to
}
