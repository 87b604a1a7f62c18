import type { Encoding } from './encoding.ts'
import {
  createMorseEncoder,
  endMarks,
  MORSE_STATE,
  morseCharacters,
  takeGap,
  takeMark,
} from './morse-marks.ts'

const DOTS = '.·•∙●⋅˙*'
const DASHES = '-_–—−‒―'

/**
 * Morse code: characters apart by a space or a comma, words by `/`, `|` or more spaces; or characters by `/` and words by `//`. Read
 * with any dots and dashes, written with `.` and `-`. Marks that are no character's are read as U+FFFD.
 */
export const createMorse = (): Encoding => {
  const characters = morseCharacters()
  return {
    name: 'morse',
    carries: 'text',
    encoder: createMorseEncoder((marks) => marks),
    decoder: {
      stateLength: MORSE_STATE,
      step(unit, state, output) {
        // The usual signs are not looked up.
        if (unit === 0x2e || unit === 0x2d) return takeMark(unit === 0x2d, state, output)
        if (unit === 0x20) return takeGap(unit, state, output, characters)
        const sign = String.fromCharCode(unit)
        const isDash = DASHES.includes(sign)
        if (isDash || DOTS.includes(sign)) return takeMark(isDash, state, output)
        return takeGap(unit, state, output, characters)
      },
      end: (state, output) => endMarks(state, output, characters),
    },
  }
}
