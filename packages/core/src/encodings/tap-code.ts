import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'
import { createSquare } from './square.ts'

/* Places of the decoder's state: taps of the number that is open, the row that waits, the gap before the next letter. */
const TAPS = 0
const ROW = 1
const GAP = 2
const DOTS = '.·•∙●⋅˙'

/**
 * Tap code of prisoners: row and column of each letter in a square where K is C, as so many dots. Written with a space
 * between the two, two between letters and `/` between words.
 */
export const createTapCode = (): Encoding => {
  const { signOf, letterOf } = createSquare('ABCDEFGHIJLMNOPQRSTUVWXYZ', { from: 'K', to: 'C' })
  /** Ends a number. @returns whether there is such a row or column */
  const endNumber = (state: Int32Array, output: Output): boolean => {
    const taps = state[TAPS]
    state[TAPS] = 0
    if (taps === 0) return true
    if (taps > 5) return false
    if (state[ROW] !== 0) output.putText(letterOf(state[ROW], taps))
    state[ROW] = state[ROW] === 0 ? taps : 0
    return true
  }
  return {
    name: 'tap',
    carries: 'text',
    encoder: {
      stateLength: 1,
      step(unit, state, output) {
        const sign = signOf(unit)
        if (sign === undefined) {
          if (state[0] !== 0) state[0] = unit === 0x0a || state[0] === 3 ? 3 : 2
          return unit === 0x20 || unit === 0x0a || unit === 0x0d
        }
        output.putText(['', '  ', ' / ', '\n'][state[0]] + sign.map((taps) => '.'.repeat(taps)).join(' '))
        state[0] = 1
        return true
      },
      end(state, output) {
        if (state[0] === 3) output.put(0x0a)
        return true
      },
    },
    decoder: {
      stateLength: 3,
      step(unit, state, output) {
        // The usual signs are not looked up.
        if (unit === 0x20) return endNumber(state, output)
        const sign = unit === 0x2e ? '.' : String.fromCharCode(unit)
        if (unit === 0x2e || DOTS.includes(sign)) {
          if (state[ROW] === 0 && state[TAPS] === 0 && state[GAP] !== 0) output.put(state[GAP])
          state[GAP] = 0
          return ++state[TAPS] <= 5
        }
        if (!endNumber(state, output)) return false
        const isGap = sign === '/' || sign === '\n'
        if (isGap) state[GAP] = sign === '\n' ? 0x0a : 0x20
        return (isGap && state[ROW] === 0) || '\t\r,-'.includes(sign)
      },
      end(state, output) {
        const isWhole = endNumber(state, output) && state[ROW] === 0
        if (state[GAP] === 0x0a) output.put(0x0a)
        return isWhole
      },
    },
  }
}
