import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'
import { HEX_DIGITS, hexDigit } from './hex-digit.ts'

/* Places of the decoder's state: a digit that waits for its second, plus 1; whether a backslash waits for its x, and whether
   a byte has just ended. */
const DIGIT = 0
const BACKSLASH = 1
const ENDED = 2
const BETWEEN = ':,;-'

/**
 * Hexadecimal digits, two a byte (RFC 4648, base16). Read in either case, with spaces and `:` `,` `;` `-` between bytes,
 * and with `0x` or `\x` before them or `h` after; written in lower case without any.
 */
export const createHex = (): Encoding => ({
  name: 'hex',
  carries: 'bytes',
  encoder: {
    stateLength: 0,
    step(byte, _, output) {
      output.put(HEX_DIGITS.charCodeAt(byte >> 4))
      output.put(HEX_DIGITS.charCodeAt(byte & 15))
      return true
    },
    end: () => true,
  },
  decoder: {
    stateLength: 3,
    step(unit, state, output) {
      const waiting = state[DIGIT]
      const ended = state[ENDED]
      state[ENDED] = 0
      const digit = hexDigit(unit)
      if (state[BACKSLASH] === 1) {
        state[BACKSLASH] = 0
        return unit === 0x78
      }
      if (digit !== -1) {
        if (waiting !== 0) output.put(((waiting - 1) << 4) | digit)
        state[DIGIT] = waiting === 0 ? digit + 1 : 0
        state[ENDED] = waiting === 0 ? 0 : 1
        return true
      }
      if (isSpace(unit)) return true
      // The 0 of 0x is no digit of a byte.
      if (waiting === 1 && (unit | 0x20) === 0x78) {
        state[DIGIT] = 0
        return true
      }
      if (unit === 0x5c) state[BACKSLASH] = 1
      if (ended === 1 && (unit | 0x20) === 0x68) return true
      return waiting === 0 && (unit === 0x5c || BETWEEN.includes(String.fromCharCode(unit)))
    },
    end: (state) => state[DIGIT] === 0 && state[BACKSLASH] === 0,
  },
})
