import { isHighSurrogate, isLowSurrogate, isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'
import { hexDigit } from './hex-digit.ts'

/* Places of the decoder's state: signs of `U+` that have come, the number that is open, and its digits. */
const BEGUN = 0
const VALUE = 1
const DIGITS = 2
const BETWEEN = ',;'
const LAST = 0x10ffff

/** Characters by their numbers in Unicode, as people write of them: `U+0048 U+0069`, with spaces, commas or nothing between. */
export const createCodePoints = (): Encoding => ({
  name: 'code-points',
  carries: 'text',
  encoder: {
    // Whether anything has been written, and the first half of a pair.
    stateLength: 2,
    step(unit, state, output) {
      const first = state[1]
      state[1] = 0
      if (first !== 0) {
        if (isLowSurrogate(unit)) {
          putPoint(0x10000 + (((first - 0xd800) << 10) | (unit - 0xdc00)), state, output)
          return true
        }
        putPoint(first, state, output)
      }
      if (isHighSurrogate(unit)) state[1] = unit
      else putPoint(unit, state, output)
      return true
    },
    end(state, output) {
      if (state[1] !== 0) putPoint(state[1], state, output)
      return true
    },
  },
  decoder: {
    stateLength: 3,
    step(unit, state, output) {
      const digit = hexDigit(unit)
      if (state[BEGUN] === 2 && digit !== -1) {
        const value = (state[VALUE] << 4) | digit
        if (++state[DIGITS] > 6 || value > LAST) return false
        state[VALUE] = value
        return true
      }
      if (state[BEGUN] === 1) {
        state[BEGUN] = 2
        return unit === 0x2b
      }
      if (!endPoint(state, output)) return false
      if ((unit | 0x20) === 0x75) {
        state[BEGUN] = 1
        return true
      }
      return isSpace(unit) || BETWEEN.includes(String.fromCharCode(unit))
    },
    end: (state, output) => state[BEGUN] !== 1 && endPoint(state, output),
  },
})

const putPoint = (point: number, state: Int32Array, output: { putText(text: string): void }): void => {
  output.putText(`${state[0] === 1 ? ' ' : ''}U+${point.toString(16).toUpperCase().padStart(4, '0')}`)
  state[0] = 1
}

/** Puts out the character whose number has ended. @returns whether it had its digits */
const endPoint = (state: Int32Array, output: { putText(text: string): void }): boolean => {
  if (state[BEGUN] === 0) return true
  const isWhole = state[DIGITS] >= 4
  if (isWhole) output.putText(String.fromCodePoint(state[VALUE]))
  state.fill(0)
  return isWhole
}
