import type { Encoding } from './encoding.ts'
import { HEX_DIGITS, hexDigit } from './hex-digit.ts'
import type { Output } from './output.ts'
import { endUtf8, putUtf8 } from './put-utf8.ts'

/* Places of the decoder's state: units of an escape that have come, its first digit, half a surrogate pair. */
const COME = 0
const DIGIT = 1
const HALF = 2
const SIGN = 0x25

/**
 * Percent-encoding of URLs (RFC 3986, 2.1). All but unreserved characters is written as `%` and two digits; a `%` that
 * no two digits follow is read as it stands, as the URL standard does.
 */
export const createPercent = (): Encoding => ({
  name: 'percent',
  carries: 'bytes',
  encoder: {
    stateLength: 0,
    step(byte, _, output) {
      if (byte < 0x80 && /[\w.~-]/.test(String.fromCharCode(byte))) output.put(byte)
      else {
        output.put(SIGN)
        for (const digit of [byte >> 4, byte & 15]) output.putText(HEX_DIGITS[digit].toUpperCase())
      }
      return true
    },
    end: () => true,
  },
  decoder: {
    stateLength: 3,
    step(unit, state, output) {
      const digit = hexDigit(unit)
      if (state[COME] === 2 && digit !== -1) {
        output.put((hexDigit(state[DIGIT]) << 4) | digit)
        state[COME] = 0
      } else if (state[COME] === 1 && digit !== -1) {
        state[DIGIT] = unit
        state[COME] = 2
      } else {
        putHeld(state, output)
        if (unit === SIGN) {
          endUtf8(state, HALF, output)
          state[COME] = 1
        } else putUtf8(unit, state, HALF, output)
      }
      return true
    },
    end(state, output) {
      putHeld(state, output)
      endUtf8(state, HALF, output)
      return true
    },
  },
})

/** Puts out as they stand the units of what turned out to be no escape. */
const putHeld = (state: Int32Array, output: Output): void => {
  if (state[COME] > 0) output.put(SIGN)
  if (state[COME] > 1) output.put(state[DIGIT])
  state[COME] = 0
}
