import { ALL_LETTERS, BACON_LETTERS, inTwoSigns } from './bacon.ts'
import type { Encoding } from './encoding.ts'

/** Bacon's cipher with his 24 letters, in the case of the letters of any text: small ones are A, capitals B. */
export const createBaconCase = (): Encoding => createInCase('bacon-case', BACON_LETTERS)

/** The same with all 26 letters. */
export const createBaconCase26 = (): Encoding => createInCase('bacon-case26', ALL_LETTERS)

/** Signs that are no letters are passed over, as are letters after the last five. Written in the case of the letter a. */
const createInCase = (name: string, letters: string): Encoding => ({
  name,
  carries: 'text',
  encoder: inTwoSigns(letters, ['a', 'A']),
  decoder: {
    // Bits of the letter that is open, and their number.
    stateLength: 2,
    step(unit, state, output) {
      const place = (unit | 0x20) - 0x61
      if (unit > 0x7f || place < 0 || place > 25) return true
      state[0] = (state[0] << 1) | (unit < 0x61 ? 1 : 0)
      if (++state[1] < 5) return true
      const letter = letters[state[0]]
      state.fill(0)
      if (letter !== undefined) output.putText(letter)
      return letter !== undefined
    },
    end: () => true,
  },
})
