import { isSpace } from '../tokenizer.ts'
import type { Coding } from './coding.ts'
import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/* Places of the decoder's state: digits that wait, whether `<`, `~` or `~>` has come, and from there the digits. */
const COUNT = 0
const FRAME = 1
const FIRST = 2
const FRAMES = { opening: 1, open: 2, closing: 3, closed: 4 } as const
const HIGHEST = 0xffffffff

/** Ascii85: five of `!` to `u` for four bytes, `z` for four zeros, read with and without `<~ ~>` around. */
export const createAscii85 = (): Encoding => {
  const signs = Array.from({ length: 85 }, (_, i) => String.fromCharCode(0x21 + i)).join('')
  return {
    name: 'ascii85',
    carries: 'bytes',
    encoder: encoderOf(signs, 'z'),
    decoder: framed(decoderOf(signs, 'z')),
  }
}

/** Z85, whose signs do no harm in the source of programs (ZeroMQ's RFC 32); bytes in any number, as in Ascii85. */
export const createZ85 = (): Encoding => {
  const signs = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
  return {
    name: 'z85',
    carries: 'bytes',
    encoder: encoderOf(signs),
    decoder: decoderOf(signs),
  }
}

/** Base85 as Python's `b85encode` and Git write it (the signs of RFC 1924); bytes in any number, as in Ascii85. */
export const createBase85 = (): Encoding => {
  const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
  return {
    name: 'base85',
    carries: 'bytes',
    encoder: encoderOf(signs),
    decoder: decoderOf(signs),
  }
}

/** @param zeros sign of a group of four zeros, where there is one */
const encoderOf = (signs: string, zeros?: string): Coding => {
  const write = (state: Int32Array, output: Output, length: number): void => {
    let number = 0
    for (let i = 0; i < 4; i++) number = number * 256 + (i < state[COUNT] ? state[FIRST + i] : 0)
    if (number === 0 && zeros !== undefined && length === 5) output.putText(zeros)
    else {
      const digits = [4, 3, 2, 1, 0].map((power) => Math.floor(number / 85 ** power) % 85)
      output.putText(
        digits
          .slice(0, length)
          .map((digit) => signs[digit])
          .join(''),
      )
    }
    state[COUNT] = 0
  }
  return {
    stateLength: FIRST + 4,
    step(byte, state, output) {
      state[FIRST + state[COUNT]++] = byte
      if (state[COUNT] === 4) write(state, output, 5)
      return true
    },
    end(state, output) {
      if (state[COUNT] > 0) write(state, output, state[COUNT] + 1)
      return true
    },
  }
}

const decoderOf = (signs: string, zeros?: string): Coding => {
  const values = new Int8Array(128).fill(-1)
  for (let i = 0; i < signs.length; i++) values[signs.charCodeAt(i)] = i
  const zerosUnit = zeros?.charCodeAt(0)
  return {
    stateLength: FIRST + 5,
    step(unit, state, output) {
      const value = unit < 128 ? values[unit] : -1
      if (value === -1) {
        if (unit !== zerosUnit) return isSpace(unit)
        for (let i = 0; i < 4; i++) output.put(0)
        return state[COUNT] === 0
      }
      state[FIRST + state[COUNT]++] = value
      return state[COUNT] < 5 || putGroup(state, output, 0)
    },
    end: (state, output) =>
      state[COUNT] === 0 || (state[COUNT] > 1 && putGroup(state, output, 5 - state[COUNT])),
  }
}

/** Puts out all bytes of a group but the last so many. @returns whether it is one */
const putGroup = (state: Int32Array, output: Output, missing: number): boolean => {
  let number = 0
  for (let i = 0; i < 5; i++) number = number * 85 + (i < state[COUNT] ? state[FIRST + i] : 84)
  // Whatever is beyond 32 bits is a fault.
  const bits = number | 0
  for (let i = 3; i >= missing; i--) output.put((bits >>> (8 * i)) & 0xff)
  state[COUNT] = 0
  return number <= HIGHEST
}

/** The same between `<~` and `~>`, or without either. */
const framed = (decoder: Coding): Coding => ({
  ...decoder,
  step(unit, state, output) {
    const frame = state[FRAME]
    if (frame === FRAMES.open && unit !== 0x7e) return decoder.step(unit, state, output)
    if (frame === FRAMES.closed) return isSpace(unit)
    if (frame === FRAMES.closing) {
      state[FRAME] = FRAMES.closed
      return unit === 0x3e
    }
    if (unit === 0x7e) {
      state[FRAME] = frame === FRAMES.opening ? FRAMES.open : FRAMES.closing
      return true
    }
    if (frame === FRAMES.opening) {
      // It was the first digit of a text without a frame.
      state[FRAME] = FRAMES.open
      if (!decoder.step(0x3c, state, output)) return false
    }
    if (state[FRAME] === 0 && unit === 0x3c) {
      state[FRAME] = FRAMES.opening
      return true
    }
    if (!isSpace(unit)) state[FRAME] = FRAMES.open
    return decoder.step(unit, state, output)
  },
  end: (state, output) =>
    state[FRAME] !== FRAMES.opening && state[FRAME] !== FRAMES.closing && decoder.end(state, output),
})
