import type { Encoding } from './encoding.ts'
import {
  createMorseEncoder,
  endMarks,
  MORSE_STATE,
  morseCharacters,
  takeGap,
  takeMark,
} from './morse-marks.ts'
import type { Output } from './output.ts'

/* Places of the decoder's state after those of marks: the two signs, and the units that came before both were known. */
const ONE = MORSE_STATE
const OTHER = ONE + 1
const COUNT = OTHER + 1
const HELD = COUNT + 1
/** Units that wait at the most for the second sign. */
const MOST_HELD = 64
/** Spaces, line ends, `/` and `|`. */
const isBetween = (unit: number): boolean =>
  unit === 0x20 || unit === 0x2f || unit === 0x7c || unit === 0x0a || unit === 0x0d || unit === 0x09
const HIGHER = 0x31

/** Morse with 0 for the dot and 1 for the dash, or any other two signs, of which the one with the lower code is the dot. */
export const createMorse01 = (): Encoding =>
  createMorseSigns({
    name: 'morse01',
    dash: 1,
  })

/** The same with 1, or the sign with the higher code, for the dot. */
export const createMorse10 = (): Encoding => createMorseSigns({ name: 'morse10', dash: 0 })

const createMorseSigns = ({ name, dash }: Pick<Encoding, 'name'> & { dash: 0 | 1 }): Encoding => {
  const characters = morseCharacters()
  const take = (unit: number, state: Int32Array, output: Output): boolean => {
    if (isBetween(unit)) return takeGap(unit, state, output, characters)
    // The signs of a text that has but one are told by their codes.
    const isHigher = state[OTHER] === 0 ? unit === HIGHER : unit > Math.min(state[ONE], state[OTHER])
    return takeMark((isHigher ? 1 : 0) === dash, state, output)
  }
  /** Takes what came before both signs were known. */
  const takeHeld = (state: Int32Array, output: Output): boolean => {
    const count = state[COUNT]
    state[COUNT] = 0
    for (let i = 0; i < count; i++) if (!take(state[HELD + i], state, output)) return false
    return true
  }
  return {
    name,
    carries: 'text',
    encoder: createMorseEncoder((marks) =>
      marks.replace(/[.-]/g, (mark) => ((mark === '-') === (dash === 1) ? '1' : '0')),
    ),
    decoder: {
      stateLength: HELD + MOST_HELD,
      step(unit, state, output) {
        if (unit === 0) return false
        const isGap = isBetween(unit)
        if (isGap && state[ONE] === 0) return true
        if (!isGap && unit !== state[ONE] && unit !== state[OTHER]) {
          if (state[OTHER] !== 0) return false
          state[state[ONE] === 0 ? ONE : OTHER] = unit
        }
        if (state[OTHER] !== 0) {
          return (state[COUNT] === 0 || takeHeld(state, output)) && take(unit, state, output)
        }
        if (state[COUNT] === MOST_HELD) {
          // So many alike: the other sign is what these are not.
          state[OTHER] = state[ONE] === HIGHER ? HIGHER - 1 : state[ONE] === HIGHER - 1 ? HIGHER : 0xffff
          return takeHeld(state, output) && take(unit, state, output)
        }
        state[HELD + state[COUNT]++] = unit
        return true
      },
      end: (state, output) => takeHeld(state, output) && endMarks(state, output, characters),
    },
  }
}
