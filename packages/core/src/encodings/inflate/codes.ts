import { COUNT, HELD } from './places.ts'
import { LONGEST, SHORT, TABLE_HEAD } from './table-sizes.ts'

/** More bits have to come first. */
export const MORE = -1
/** No code begins so. */
export const NO_CODE = -2
/** Bits of a symbol in an entry, which holds the bits of its code above. */
export const SYMBOL_BITS = 9

/** A table of codes in an array of numbers, from `at` on: entries by the next 8 bits, counts of each length, symbols. */
export interface Codes {
  readonly numbers: Int32Array
  readonly at: number
}

/** Lengths of codes in an array of numbers. */
export interface CodeLengths {
  readonly numbers: Int32Array
  readonly from: number
  readonly count: number
}

/**
 * Makes the canonical codes of some lengths (RFC 1951, 3.2.2).
 *
 * @returns whether they are codes: none too many, and none missing but where there is one of one bit alone
 */
export const makeCodes = ({ numbers, at }: Codes, lengths: CodeLengths): boolean => {
  const counts = at + 2 ** SHORT
  numbers.fill(0, at, at + TABLE_HEAD)
  for (let i = 0; i < lengths.count; i++) numbers[counts + lengths.numbers[lengths.from + i]]++
  const used = lengths.count - numbers[counts]
  numbers[counts] = 0
  const places = new Int32Array(LONGEST + 2)
  const codes = new Int32Array(LONGEST + 2)
  let left = 1
  for (let length = 1; length <= LONGEST; length++) {
    left = 2 * left - numbers[counts + length]
    if (left < 0) return false
    places[length + 1] = places[length] + numbers[counts + length]
    codes[length + 1] = (codes[length] + numbers[counts + length]) << 1
  }
  for (let symbol = 0; symbol < lengths.count; symbol++) {
    const length = lengths.numbers[lengths.from + symbol]
    if (length === 0) continue
    numbers[at + TABLE_HEAD + places[length]++] = symbol
    const code = codes[length]++
    if (length > SHORT) continue
    const entry = (length << SYMBOL_BITS) | symbol
    for (let bits = turn(code, length); bits < 2 ** SHORT; bits += 1 << length) numbers[at + bits] = entry
  }
  return left === 0 || (used <= 1 && used === numbers[counts + 1])
}

/** A code, whose highest bit comes first, as it stands in a byte. */
export const turn = (code: number, bits: number): number => {
  let turned = 0
  for (let bit = 0; bit < bits; bit++) turned = (turned << 1) | ((code >> bit) & 1)
  return turned
}

/** Takes the next code out of the bits that wait. @returns its symbol, `MORE` or `NO_CODE` */
export const readCode = (state: Int32Array, numbers: Int32Array, at: number): number => {
  const held = state[HELD]
  const count = state[COUNT]
  const entry = numbers[at + (held & (2 ** SHORT - 1))]
  const length = entry >>> SYMBOL_BITS
  if (length === 0) return readLongCode(state, numbers, at)
  if (length > count) return MORE
  state[HELD] = held >>> length
  state[COUNT] = count - length
  return entry & (2 ** SYMBOL_BITS - 1)
}

/** Takes a code that is longer than an entry tells. */
const readLongCode = (state: Int32Array, numbers: Int32Array, at: number): number => {
  const entry = longEntry(state[HELD], numbers, at)
  const length = entry >>> SYMBOL_BITS
  // Bits that have not come are 0, as those of a code may be.
  if (length === 0) return state[COUNT] < LONGEST ? MORE : NO_CODE
  if (length > state[COUNT]) return MORE
  state[HELD] >>>= length
  state[COUNT] -= length
  return entry & (2 ** SYMBOL_BITS - 1)
}

/** The entry of a code that a table has no entry for, found bit by bit; 0 where no code begins so. */
export const longEntry = (held: number, numbers: Int32Array, at: number): number => {
  const counts = at + 2 ** SHORT
  let code = 0
  let first = 0
  let index = at + TABLE_HEAD
  for (let length = 1; length <= LONGEST; length++) {
    code |= (held >>> (length - 1)) & 1
    const codes = numbers[counts + length]
    if (code - first < codes) return (length << SYMBOL_BITS) | numbers[index + code - first]
    index += codes
    first = (first + codes) << 1
    code <<= 1
  }
  return 0
}

/** Takes so many bits, up to 16. @returns their number, or `MORE` */
export const readBits = (state: Int32Array, bits: number): number => {
  if (state[COUNT] < bits) return MORE
  const number = state[HELD] & ((1 << bits) - 1)
  state[HELD] >>>= bits
  state[COUNT] -= bits
  return number
}
