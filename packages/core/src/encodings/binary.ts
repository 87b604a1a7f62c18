import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/* Places of the decoder's state: bits that wait, their number, and the bits of a byte once they are known. */
const BITS = 0
const COUNT = 1
const WIDTH = 2
const BETWEEN = ',;:-/'

/**
 * Binary digits, eight a byte; where the first group has seven, each group is a number. Read with `0b` before a byte too,
 * written with spaces between the bytes.
 */
export const createBinary = (): Encoding => ({
  name: 'binary',
  carries: 'bytes',
  encoder: {
    stateLength: 1,
    step(byte, state, output) {
      if (state[0] === 1) output.put(0x20)
      state[0] = 1
      putBits(byte, 8, output)
      return true
    },
    end: () => true,
  },
  decoder: {
    stateLength: 3,
    step(unit, state, output) {
      if (isBit(unit)) {
        takeBit(unit, state)
        if (state[COUNT] === (state[WIDTH] || 8)) putByte(state, output)
        return true
      }
      const isFirst = state[WIDTH] === 0
      if ((isFirst && state[COUNT] === 7) || (state[WIDTH] === 7 && state[COUNT] > 0)) {
        putByte(state, output)
        state[WIDTH] = 7
      }
      // The 0 of 0b is no digit of a byte.
      if (state[COUNT] === 1 && state[BITS] === 0 && (unit | 0x20) === 0x62) {
        state[COUNT] = 0
        return true
      }
      return isSpace(unit) || (state[COUNT] === 0 && BETWEEN.includes(String.fromCharCode(unit)))
    },
    end(state, output) {
      if (state[WIDTH] === 7 ? state[COUNT] === 0 : state[WIDTH] !== 0 || state[COUNT] !== 7)
        return state[COUNT] === 0
      putByte(state, output)
      return true
    },
  },
})

/** Binary digits, seven a character, as ASCII has them, with nothing between. */
export const createBinary7 = (): Encoding => ({
  name: 'binary7',
  carries: 'bytes',
  encoder: {
    stateLength: 0,
    step(byte, _, output) {
      if (byte > 0x7f) return false
      putBits(byte, 7, output)
      return true
    },
    end: () => true,
  },
  decoder: {
    stateLength: 3,
    step(unit, state, output) {
      if (!isBit(unit)) return isSpace(unit)
      takeBit(unit, state)
      if (state[COUNT] === 7) putByte(state, output)
      return true
    },
    end: (state) => state[COUNT] === 0,
  },
})

const isBit = (unit: number): boolean => unit === 0x30 || unit === 0x31

const takeBit = (unit: number, state: Int32Array): void => {
  state[BITS] = (state[BITS] << 1) | (unit - 0x30)
  state[COUNT]++
}

const putBits = (byte: number, bits: number, output: Output): void => {
  for (let i = bits - 1; i >= 0; i--) output.put(0x30 + ((byte >> i) & 1))
}

/** Puts out the bits that wait. */
const putByte = (state: Int32Array, output: Output): void => {
  output.put(state[BITS])
  if (state[WIDTH] === 0) state[WIDTH] = state[COUNT]
  state[BITS] = 0
  state[COUNT] = 0
}
