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

/* Places of the decoder's state after those of marks: letters of the word that is open; spaces since the latest word; which form
   it is; marks that came before that was known, as bits after a 1. */
const WORD = MORSE_STATE
const SPACES = WORD + 1
const FORM = SPACES + 1
const HELD = FORM + 1
/** Marks of a letter have `-` or nothing between, and letters a space; or marks have a space between, and letters more. */
const FORMS = { joined: 1, spaced: 2 } as const
/** Marks that wait at the most: more have no letter, and no letters of one mark are so many. */
const MOST_HELD = 8
/** States of a word: none; after `d`, `di`, `da`; whole. */
const WORDS = { none: 0, d: 1, di: 2, da: 3, whole: 4 } as const
const [A, D, H, I, T] = [0x61, 0x64, 0x68, 0x69, 0x74]

/**
 * Morse as it is spoken: `dah-di-dah-dit dah-dah-di-dah`. Between the marks of a letter stands `-`, or nothing, or a space
 * where letters are apart by two.
 */
export const createMorseWords = (): Encoding => {
  const characters = morseCharacters()
  /** Takes the marks that came before the form was known: letters of one mark each, or one letter. */
  const takeHeld = (form: number, state: Int32Array, output: Output): boolean => {
    const held = state[HELD]
    // A mark by itself is a letter in either form.
    if (form === FORMS.joined || held >= 4) state[FORM] = form
    state[HELD] = 0
    for (let i = 30 - Math.clz32(held); i >= 0; i--) {
      if (!takeMark(((held >> i) & 1) === 1, state, output)) return false
      if (i > 0 && form === FORMS.joined) takeGap(0x20, state, output, characters)
    }
    return true
  }
  const take = (isDash: boolean, state: Int32Array, output: Output): boolean => {
    if (state[FORM] !== 0) return takeMark(isDash, state, output)
    state[HELD] = ((state[HELD] || 1) << 1) | (isDash ? 1 : 0)
    return state[HELD] < 2 << MOST_HELD
  }
  /** Ends the word that is open. @returns whether it is one */
  const endWord = (state: Int32Array): boolean => {
    const word = state[WORD]
    state[WORD] = WORDS.none
    return word !== WORDS.d && word !== WORDS.da
  }
  return {
    name: 'morse-words',
    carries: 'text',
    encoder: createMorseEncoder((code) =>
      Array.from(code, (mark, i) => (mark === '-' ? 'dah' : i === code.length - 1 ? 'dit' : 'di')).join('-'),
    ),
    decoder: {
      stateLength: HELD + 1,
      step(unit, state, output) {
        const letter = unit | 0x20
        const word = state[WORD]
        if (letter === D) {
          // What is joined to another mark is no letter of its own.
          const isJoined = word !== WORDS.none
          if (!endWord(state) || (isJoined && state[FORM] === 0 && !takeHeld(FORMS.joined, state, output)))
            return false
          state[WORD] = WORDS.d
          state[SPACES] = 0
          return true
        }
        if (word === WORDS.d && (letter === I || letter === A)) {
          state[WORD] = letter === I ? WORDS.di : WORDS.da
          return take(letter === A, state, output)
        }
        if ((word === WORDS.di && letter === T) || (word === WORDS.da && letter === H)) {
          state[WORD] = WORDS.whole
          return true
        }
        if (!endWord(state)) return false
        if (unit === 0x2d) return state[FORM] !== 0 || takeHeld(FORMS.joined, state, output)
        if (unit === 0x20) {
          if (++state[SPACES] > 1 && state[FORM] === 0) takeHeld(FORMS.spaced, state, output)
          return (
            (state[SPACES] === 1 && state[FORM] !== FORMS.joined) || takeGap(unit, state, output, characters)
          )
        }
        state[SPACES] = 0
        if (state[FORM] === 0 && !takeHeld(FORMS.spaced, state, output)) return false
        return takeGap(unit === 0x2c || unit === 0x3b ? 0x20 : unit, state, output, characters)
      },
      end: (state, output) =>
        endWord(state) && takeHeld(FORMS.spaced, state, output) && endMarks(state, output, characters),
    },
  }
}
