import type { Encoding } from './encoding.ts'
import { createMorseEncoder, createMorseMarks, MORSE_STATE } from './morse-marks.ts'

const DOTS = '.·•∙●⋅˙*'
const DASHES = '-_–—−‒―'

/**
 * Morse code: characters apart by a space, words by `/`, `|` or more spaces; or characters by `/` and words by `//`. Read with
 * any dots and dashes, written with `.` and `-`. Marks that are no character's are read as U+FFFD.
 */
export const createMorse = (): Encoding => {
  const marks = createMorseMarks()
  return {
    name: 'morse',
    about: 'dots and dashes, / between words',
    carries: 'text',
    encoder: createMorseEncoder(['.', '-']),
    decoder: {
      stateLength: MORSE_STATE,
      step(unit, state, output) {
        // The usual signs are not looked up.
        if (unit === 0x2e || unit === 0x2d) return marks.take(unit === 0x2d, state, output)
        if (unit === 0x20) return marks.takeGap(unit, state, output)
        const sign = String.fromCharCode(unit)
        const isDash = DASHES.includes(sign)
        if (isDash || DOTS.includes(sign)) return marks.take(isDash, state, output)
        return marks.takeGap(unit, state, output)
      },
      end: marks.end,
    },
  }
}
