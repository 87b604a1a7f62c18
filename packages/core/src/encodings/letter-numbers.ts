import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/* Places of the decoder's state. */
const DIGITS = 0
const VALUE = 1
/** Length and signs of what stands between letters, and of what stands after the latest number. */
const BETWEEN = 2
const AFTER = 3
const FIRST = 4
/** Signs between two numbers that are told apart; more are as one. */
const MOST = 4
const SIGNS = ' \t\r\n-_.,;:/|+'
const LF = 0x0a

/**
 * A1Z26: each letter as its place in the alphabet. The signs after the first number, whichever they are, stand between
 * letters; others between words. Written with `-` between letters and a space between words.
 */
export const createLetterNumbers = (): Encoding => ({
  name: 'a1z26',
  about: 'letters as their places in the alphabet, 1 to 26',
  carries: 'text',
  encoder: {
    // The sign that comes before the next number.
    stateLength: 1,
    step(unit, state, output) {
      const place = (unit | 0x20) - 0x60
      if (place >= 1 && place <= 26) {
        if (state[0] !== 0) output.put(state[0])
        output.putText(place.toString())
        state[0] = 0x2d
        return true
      }
      if (state[0] !== 0) state[0] = unit === LF || state[0] === LF ? LF : 0x20
      return unit === 0x20 || unit === LF || unit === 0x0d
    },
    end(state, output) {
      if (state[0] === LF) output.put(LF)
      return true
    },
  },
  decoder: {
    stateLength: FIRST + 2 * MOST,
    step(unit, state, output) {
      const digit = unit - 0x30
      if (digit >= 0 && digit <= 9) {
        if (state[DIGITS] === 0) putGap(state, output)
        state[VALUE] = state[VALUE] * 10 + digit
        return ++state[DIGITS] <= 2 && state[VALUE] <= 26
      }
      if (!putLetter(state, output)) return false
      if (state[AFTER] < MOST) state[FIRST + MOST + state[AFTER]++] = unit
      return SIGNS.includes(String.fromCharCode(unit))
    },
    end(state, output) {
      if (!putLetter(state, output)) return false
      for (let i = 0; i < state[AFTER]; i++) if (state[FIRST + MOST + i] === LF) output.put(LF)
      return true
    },
  },
})

/** Puts out the letter of a number that has ended. @returns whether there is such a letter */
const putLetter = (state: Int32Array, output: Output): boolean => {
  const { [DIGITS]: digits, [VALUE]: value } = state
  if (digits > 0 && value > 0) output.put(0x40 + value)
  state[DIGITS] = 0
  state[VALUE] = 0
  return digits === 0 || value > 0
}

/** Puts out a space or a line end where the signs before a number are others than those between letters. */
const putGap = (state: Int32Array, output: Output): void => {
  const length = state[AFTER]
  if (length > 0 && state[BETWEEN] === 0) {
    state.copyWithin(FIRST, FIRST + MOST, FIRST + MOST + length)
    state[BETWEEN] = length
  } else {
    let isOther = length !== state[BETWEEN]
    let isLine = false
    for (let i = 0; i < length; i++) {
      const unit = state[FIRST + MOST + i]
      if (unit !== state[FIRST + i]) isOther = true
      if (unit === LF) isLine = true
    }
    if (isOther) output.put(isLine ? LF : 0x20)
  }
  state[AFTER] = 0
}
