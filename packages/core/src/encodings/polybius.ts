import type { Encoding } from './encoding.ts'
import { createSquare } from './square.ts'

/** Polybius square: row and column of each letter in a square of five, where I is J too. Words are apart by `/` or more spaces. */
export const createPolybius = (): Encoding => {
  const { signOf, letterOf } = createSquare('ABCDEFGHIKLMNOPQRSTUVWXYZ', { from: 'J', to: 'I' })
  return {
    name: 'polybius',
    about: 'letters as row and column of a square, 11 to 55',
    carries: 'text',
    encoder: {
      // Whether a letter has come, and the sign that comes before the next one.
      stateLength: 1,
      step(unit, state, output) {
        const sign = signOf(unit)
        if (sign === undefined) {
          if (state[0] !== 0) state[0] = unit === 0x0a || state[0] === 0x0a ? 0x0a : 0x2f
          return unit === 0x20 || unit === 0x0a || unit === 0x0d
        }
        output.putText({ 0: '', 1: ' ', 47: ' / ', 10: '\n' }[state[0]] + sign.join(''))
        state[0] = 1
        return true
      },
      end(state, output) {
        if (state[0] === 0x0a) output.put(0x0a)
        return true
      },
    },
    decoder: {
      // The row that waits, spaces since the latest digit, and the gap that comes before the next letter.
      stateLength: 3,
      step(unit, state, output) {
        const digit = unit - 0x30
        if (digit >= 1 && digit <= 5) {
          if (state[0] === 0 && state[2] !== 0) output.put(state[2])
          state[1] = 0
          if (state[0] === 0) state[2] = 0
          if (state[0] !== 0) output.putText(letterOf(state[0], digit))
          state[0] = state[0] === 0 ? digit : 0
          return true
        }
        const isLine = unit === 0x0a
        if (unit === 0x20) state[1]++
        // Groups of five cut a letter's two digits apart; they tell nothing of words.
        if (state[0] === 0 && (isLine || unit === 0x2f || state[1] > 1)) {
          state[2] = isLine || state[2] === 0x0a ? 0x0a : 0x20
        }
        return (
          isLine ||
          unit === 0x0d ||
          unit === 0x20 ||
          ((unit === 0x2c || unit === 0x2d || unit === 0x2f) && state[0] === 0)
        )
      },
      end(state, output) {
        if (state[2] === 0x0a) output.put(0x0a)
        return state[0] === 0
      },
    },
  }
}
