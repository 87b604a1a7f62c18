import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'
import { createSquare } from './square.ts'

/**
 * Polybius square: row and column of each letter in a square of five, where I is J too. Words are apart by `/` or more
 * spaces; line ends tell nothing.
 */
export const createPolybius = (): Encoding => {
  const { signOf, letterOf } = createSquare('ABCDEFGHIKLMNOPQRSTUVWXYZ', { from: 'J', to: 'I' })
  return {
    name: 'polybius',
    about: 'letters as row and column of a square, 11 to 55',
    carries: 'text',
    encoder: {
      // Whether a letter has come, and whether a gap has come since.
      stateLength: 2,
      step(unit, state, output) {
        const sign = signOf(unit)
        if (sign === undefined) {
          state[1] = state[0]
          return isSpace(unit)
        }
        if (state[0] === 1) output.putText(state[1] === 1 ? ' / ' : ' ')
        output.putText(sign.join(''))
        state[0] = 1
        state[1] = 0
        return true
      },
      end: () => true,
    },
    decoder: {
      // The row that waits, spaces since the latest digit, and whether a gap comes before the next letter.
      stateLength: 3,
      step(unit, state, output) {
        const digit = unit - 0x30
        if (digit >= 1 && digit <= 5) {
          if (state[0] === 0) {
            if (state[2] === 1) output.put(0x20)
            state[2] = 0
            state[0] = digit
          } else {
            output.putText(letterOf(state[0], digit))
            state[0] = 0
          }
          state[1] = 0
          return true
        }
        if (unit === 0x20) state[1]++
        // Groups of five cut a letter's two digits apart, and lines are as long as the page is wide.
        if (state[0] === 0 && (unit === 0x2f || state[1] > 1)) state[2] = 1
        return isSpace(unit) || (state[0] === 0 && (unit === 0x2c || unit === 0x2d || unit === 0x2f))
      },
      end: (state) => state[0] === 0,
    },
  }
}
