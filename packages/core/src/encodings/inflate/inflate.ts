import type { Output } from '../output.ts'
import type { Checksum } from './checksums.ts'
import { type Codes, MORE, makeCodes, NO_CODE, readBits, readCode } from './codes.ts'
import { distanceBits, lengthBits, shortestDistance, shortestLength } from './copies.ts'
import { inflateMany } from './inflate-many.ts'
import { mayPut, putByte, putCopy } from './inflated.ts'
import {
  AT,
  COUNT,
  DISTANCE,
  DISTANCE_CODES,
  HELD,
  IS_DYNAMIC,
  IS_LAST,
  LENGTH,
  LENGTHS,
  LETTER_CODES,
  MODE,
  SIGN,
  TAKEN,
} from './places.ts'
import { END, ON, WAIT, WRONG } from './progress.ts'
import { TABLE_HEAD } from './table-sizes.ts'
import {
  distancesOf,
  lettersOf,
  makeBlockCodes,
  makeLengthCode,
  readCodeLength,
  readCounts,
  readLength,
} from './tables.ts'

/* Values of the mode: what the next bits are. */
const BLOCK = 0
const STORED_LENGTH = 1
const STORED_CHECK = 2
const STORED = 3
const COUNTS = 4
const CODE_OF_LENGTHS = 5
const TABLES = 6
const SYMBOL = 7
const LENGTH_BITS = 8
const DISTANCE_CODE = 9
const DISTANCE_BITS = 10
const END_OF_BLOCK = 256

/** Reads blocks. */
export interface Inflate {
  /** Takes a byte. @returns `WAIT` for more, `END` after the last block, or `WRONG` */
  step(byte: number, state: Int32Array, output: Output): number
  /** Takes bytes of a block at once, from one unit of a chunk on. @returns the unit at which it stopped */
  takeMany(chunk: string | Uint8Array, from: number, state: Int32Array, output: Output): number
}

/**
 * Reads blocks of DEFLATE (RFC 1951), a byte at a time. Own code, since no library can save its state within a stream. The
 * state holds all, the last 32 KB that came out too.
 */
export const createInflate = (checksum: Checksum): Inflate => {
  const fixed = createFixedCodes()
  const readSymbol = (state: Int32Array, output: Output): number => {
    const isDynamic = state[IS_DYNAMIC] === 1
    const numbers = isDynamic ? state : fixed.letters.numbers
    const at = isDynamic ? LETTER_CODES : 0
    let symbol = readCode(state, numbers, at)
    for (; symbol >= 0 && symbol < END_OF_BLOCK; symbol = readCode(state, numbers, at)) {
      if (!mayPut(state, 1)) return WRONG
      putByte(symbol, state, output, checksum)
    }
    if (symbol === MORE) return WAIT
    if (symbol === NO_CODE) return WRONG
    if (symbol === END_OF_BLOCK) return endBlock(state)
    state[LENGTH] = symbol - END_OF_BLOCK - 1
    state[MODE] = LENGTH_BITS
    return state[LENGTH] < 29 ? ON : WRONG
  }
  /** Reads what follows the code of a length, as far as it has come. */
  const readCopy = (state: Int32Array, output: Output): number => {
    if (state[MODE] === LENGTH_BITS) {
      const more = readBits(state, lengthBits(state[LENGTH]))
      if (more === MORE) return WAIT
      state[LENGTH] = shortestLength(state[LENGTH]) + more
      state[MODE] = DISTANCE_CODE
    }
    if (state[MODE] === DISTANCE_CODE) {
      const isDynamic = state[IS_DYNAMIC] === 1
      const code = readCode(
        state,
        isDynamic ? state : fixed.distances.numbers,
        isDynamic ? DISTANCE_CODES : 0,
      )
      if (code === MORE) return WAIT
      if (code === NO_CODE || code >= 30) return WRONG
      state[DISTANCE] = code
      state[MODE] = DISTANCE_BITS
    }
    const more = readBits(state, distanceBits(state[DISTANCE]))
    if (more === MORE) return WAIT
    state[MODE] = SYMBOL
    return putCopy(shortestDistance(state[DISTANCE]) + more, state, output, checksum) ? ON : WRONG
  }
  const advance = (state: Int32Array, output: Output): number => {
    switch (state[MODE]) {
      case BLOCK:
        return readBlock(state)
      case STORED_LENGTH:
      case STORED_CHECK:
        return readStoredLength(state)
      case STORED:
        // The byte that begins it has not come.
        return WAIT
      case COUNTS:
        return then(readCounts(state), CODE_OF_LENGTHS, state)
      case CODE_OF_LENGTHS:
        if (state[AT] < state[SIGN]) return readCodeLength(state)
        return then(makeLengthCode(state), TABLES, state)
      case TABLES:
        if (state[AT] < state[LENGTHS]) return readLength(state)
        return then(makeBlockCodes(state), SYMBOL, state)
      case SYMBOL:
        return readSymbol(state, output)
      default:
        return readCopy(state, output)
    }
  }
  const step = (byte: number, state: Int32Array, output: Output): number => {
    state[TAKEN]++
    if (state[MODE] === STORED) return takeStored(byte, state, output, checksum)
    state[HELD] |= byte << state[COUNT]
    state[COUNT] += 8
    let progress = state[MODE] === SYMBOL ? readSymbol(state, output) : ON
    while (progress === ON) progress = advance(state, output)
    return progress
  }
  return {
    step,
    takeMany(chunk, from, state, output) {
      if (state[MODE] !== SYMBOL || !isLittleEndian) return from
      const codes =
        state[IS_DYNAMIC] === 1 ? { letters: lettersOf(state), distances: distancesOf(state) } : fixed
      return inflateMany(chunk, from, { state, output, codes, checksum })
    },
  }
}

/** Whether bytes lie in numbers as the window has them; elsewhere all is taken step by step. */
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** The codes of blocks that bring none (RFC 1951, 3.2.6). */
const createFixedCodes = (): { letters: Codes; distances: Codes } => {
  const lengths = Int32Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 || symbol >= 280 ? 8 : symbol < 256 ? 9 : 7,
  )
  const letters = { numbers: new Int32Array(TABLE_HEAD + 288), at: 0 }
  const distances = { numbers: new Int32Array(TABLE_HEAD + 32), at: 0 }
  makeCodes(letters, { numbers: lengths, from: 0, count: 288 })
  makeCodes(distances, { numbers: new Int32Array(32).fill(5), from: 0, count: 32 })
  return { letters, distances }
}

const then = (progress: number, mode: number, state: Int32Array): number => {
  if (progress === ON) state[MODE] = mode
  return progress
}

const endBlock = (state: Int32Array): number => {
  state[MODE] = BLOCK
  return state[IS_LAST] ? END : ON
}

const readBlock = (state: Int32Array): number => {
  const head = readBits(state, 3)
  if (head === MORE) return WAIT
  state[IS_LAST] = head & 1
  const type = head >> 1
  if (type === 3) return WRONG
  state[IS_DYNAMIC] = type === 2 ? 1 : 0
  state[MODE] = [STORED_LENGTH, SYMBOL, COUNTS][type]
  // What is left of the byte is passed over.
  if (type === 0) readBits(state, state[COUNT] & 7)
  return ON
}

const readStoredLength = (state: Int32Array): number => {
  const length = readBits(state, 16)
  if (length === MORE) return WAIT
  if (state[MODE] === STORED_LENGTH) {
    state[LENGTH] = length
    state[MODE] = STORED_CHECK
    return ON
  }
  if (length !== (~state[LENGTH] & 0xffff)) return WRONG
  state[MODE] = STORED
  return state[LENGTH] === 0 ? endBlock(state) : ON
}

const takeStored = (byte: number, state: Int32Array, output: Output, checksum: Checksum): number => {
  if (!mayPut(state, 1)) return WRONG
  putByte(byte, state, output, checksum)
  if (--state[LENGTH] > 0) return WAIT
  return endBlock(state) === END ? END : WAIT
}
