import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'

/* Places of the decoder's state: bits that wait, their number, and the bits of a byte once they are known. */
const BITS = 0
const COUNT = 1
const WIDTH = 2
const BETWEEN = ',;:-/'

/** Binary digits, eight a byte; seven where the first group has seven. Written with spaces between the bytes. */
export const createBinary = (): Encoding => ({
  name: 'binary',
  about: '0 and 1, eight a byte',
  carries: 'bytes',
  encoder: {
    stateLength: 1,
    step(byte, state, output) {
      if (state[0] === 1) output.put(0x20)
      state[0] = 1
      for (let i = 7; i >= 0; i--) output.put(0x30 + ((byte >> i) & 1))
      return true
    },
    end: () => true,
  },
  decoder: {
    stateLength: 3,
    step(unit, state, output) {
      if (unit === 0x30 || unit === 0x31) {
        state[BITS] = (state[BITS] << 1) | (unit - 0x30)
        state[COUNT]++
        if (state[COUNT] === (state[WIDTH] || 8)) {
          output.put(state[BITS])
          state[WIDTH] = state[COUNT]
          state[BITS] = 0
          state[COUNT] = 0
        }
        return true
      }
      if (state[WIDTH] === 0 && state[COUNT] === 7) {
        output.put(state[BITS])
        state[WIDTH] = 7
        state[BITS] = 0
        state[COUNT] = 0
      }
      return isSpace(unit) || (state[COUNT] === 0 && BETWEEN.includes(String.fromCharCode(unit)))
    },
    end(state, output) {
      if (state[WIDTH] !== 0 || state[COUNT] !== 7) return state[COUNT] === 0
      output.put(state[BITS])
      return true
    },
  },
})
