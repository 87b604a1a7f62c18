import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/* Places of the decoder's state. */
const DIGITS = 0
const VALUE = 1
/** Length and signs of what stands between letters, and of what stands after the latest number. */
const BETWEEN = 2
const AFTER = 3
/** Numbers that have ended with a sign after them, and how they are written. */
const ENDED = 4
const FORM = 5
const FIRST = 6
/** Signs between two numbers that are told apart; more are as one. */
const MOST = 4
/** Letters have signs between them, or are two digits each with signs between words alone. */
const FORMS = { apart: 1, together: 2 } as const
const SIGNS = ' \t\r\n-_.,;:/|+'
const LF = 0x0a
const LETTERS = 26

/**
 * A1Z26: each letter as its place in the alphabet. The signs after the first number, whichever they are, stand between
 * letters; others, or a 0, between words. Without signs between them letters have two digits each. Written with `-` between letters and
 * a space between words.
 */
export const createLetterNumbers = (): Encoding => createNumbers({ name: 'a1z26', first: 1 })

/** A0Z25: the same, counted from 0. */
export const createLetterNumbersFrom0 = (): Encoding => createNumbers({ name: 'a0z25', first: 0 })

/** @param first the number of A */
const createNumbers = ({ first, ...named }: Pick<Encoding, 'name'> & { first: 0 | 1 }): Encoding => ({
  ...named,
  carries: 'text',
  encoder: {
    // The sign that comes before the next number.
    stateLength: 1,
    step(unit, state, output) {
      const place = (unit | 0x20) - 0x61
      if (place >= 0 && place < LETTERS) {
        if (state[0] !== 0) output.put(state[0])
        output.putText((place + first).toString())
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
      if (digit >= 0 && digit <= 9) return takeDigit(digit, first, state, output)
      const isAfterNumber = state[DIGITS] > 0
      if (!putLetter(first, state, output)) return false
      // The first number may be a word of one letter, in text whose letters stand together.
      if (isAfterNumber && ++state[ENDED] === 2 && state[FORM] === 0) state[FORM] = FORMS.apart
      if (state[AFTER] < MOST) state[FIRST + MOST + state[AFTER]++] = unit
      // The usual signs are not looked up.
      return unit === 0x20 || unit === 0x2d || SIGNS.includes(String.fromCharCode(unit))
    },
    end(state, output) {
      if (!putLetter(first, state, output)) return false
      for (let i = 0; i < state[AFTER]; i++) if (state[FIRST + MOST + i] === LF) output.put(LF)
      return true
    },
  },
})

const takeDigit = (digit: number, first: number, state: Int32Array, output: Output): boolean => {
  if (state[DIGITS] === 0) putGap(state, output)
  if (state[DIGITS] === 2) {
    if (state[FORM] === FORMS.apart) return false
    if (state[FORM] === 0) {
      state[FORM] = FORMS.together
      // What stands after a word of one letter was taken for what stands between letters.
      if (state[ENDED] === 1) putSign(state, FIRST, state[BETWEEN], output)
    }
    if (!putLetter(first, state, output)) return false
  }
  state[DIGITS]++
  state[VALUE] = state[VALUE] * 10 + digit
  return state[VALUE] < LETTERS + first
}

/** Puts out the letter of a number that has ended. @returns whether there is such a letter */
const putLetter = (first: number, state: Int32Array, output: Output): boolean => {
  const digits = state[DIGITS]
  const value = state[VALUE]
  const form = state[FORM]
  state[DIGITS] = 0
  state[VALUE] = 0
  if (digits === 0) return true
  const isGap = value < first && digits === 1
  if ((value < first && !isGap) || (form === FORMS.together && digits === 1)) return false
  output.put(isGap ? 0x20 : 0x41 + value - first)
  return true
}

/** Puts out a space or a line end where the signs before a number are others than those between letters. */
const putGap = (state: Int32Array, output: Output): void => {
  const length = state[AFTER]
  if (length > 0 && state[FORM] === FORMS.together) putSign(state, FIRST + MOST, length, output)
  else if (length > 0 && state[BETWEEN] === 0) {
    state.copyWithin(FIRST, FIRST + MOST, FIRST + MOST + length)
    state[BETWEEN] = length
  } else {
    let isOther = length !== state[BETWEEN]
    for (let i = 0; i < length; i++) if (state[FIRST + MOST + i] !== state[FIRST + i]) isOther = true
    if (isOther) putSign(state, FIRST + MOST, length, output)
  }
  state[AFTER] = 0
}

/** Puts out a line end where there is one among some signs, or else a space. */
const putSign = (state: Int32Array, from: number, length: number, output: Output): void => {
  let sign = 0x20
  for (let i = from; i < from + length; i++) if (state[i] === LF) sign = LF
  output.put(sign)
}
