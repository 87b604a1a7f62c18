import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'
import { createSquare } from './square.ts'

/**
 * Polybius square: row and column of each letter in a square of five, where I is J too; a comma may part the two, and brackets hold
 * them together, as in `(2,3)`. Words are apart by `/` or more spaces; line ends tell nothing.
 */
export const createPolybius = (): Encoding =>
  createNamedSquare({
    name: 'polybius',
    first: 0x31,
  })

/** The same with rows and columns counted from 0. */
export const createPolybiusFrom0 = (): Encoding => createNamedSquare({ name: 'polybius0', first: 0x30 })

/** The same with rows and columns named A to E; columns are read as 1 to 5 too. */
export const createPolybiusLetters = (): Encoding => createNamedSquare({ name: 'polybius-ae', first: 0x41 })

/** @param first the sign of the first row */
const createNamedSquare = ({ first, ...named }: Pick<Encoding, 'name'> & { first: number }): Encoding => {
  const { signOf, letterOf } = createSquare('ABCDEFGHIKLMNOPQRSTUVWXYZ', { from: 'J', to: 'I' })
  const isLetters = first === 0x41
  /** Row or column of a sign, from 1. */
  const placeOf = (unit: number, isColumn: boolean): number => {
    if (!isLetters) return unit - first + 1
    return isColumn && unit < first ? unit - 0x30 : (unit & ~0x20) - first + 1
  }
  return {
    ...named,
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
        for (const place of sign) output.put(first + place - 1)
        state[0] = 1
        state[1] = 0
        return true
      },
      end: () => true,
    },
    decoder: {
      // The row that waits, spaces since the latest sign, and whether a gap comes before the next letter.
      stateLength: 3,
      step(unit, state, output) {
        const place = placeOf(unit, state[0] !== 0)
        if (place >= 1 && place <= 5) {
          if (state[0] === 0) {
            if (state[2] === 1) output.put(0x20)
            state[2] = 0
            state[0] = place
          } else {
            output.putText(letterOf(state[0], place))
            state[0] = 0
          }
          state[1] = 0
          return true
        }
        if (unit === 0x20) state[1]++
        // Groups of five cut a letter's two signs apart, and lines are as long as the page is wide.
        if (state[0] === 0 && (unit === 0x2f || state[1] > 1)) state[2] = 1
        return (
          isSpace(unit) || unit === 0x2c || (state[0] === 0 && '-/()[]'.includes(String.fromCharCode(unit)))
        )
      },
      end: (state) => state[0] === 0,
    },
  }
}
