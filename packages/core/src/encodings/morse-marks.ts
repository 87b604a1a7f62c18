import type { Coding } from './coding.ts'
import { MORSE_CODES } from './morse-codes.ts'
import type { Output } from './output.ts'

/** Marks of a character at the most, the sign of an error among them. */
const LONGEST = 8

/* Places of a decoder's state: marks as bits after a 1, the gap since them, and whether a space has stood between letters. */
const MARKS = 0
const GAP = 1
const SPACED = 2
/** Numbers of that state. */
export const MORSE_STATE = 3
/** Gaps between marks; `slash` is between letters until another sign follows it. */
const GAPS = { none: 0, letter: 1, slash: 2, word: 3, line: 4 } as const

/** Characters by their marks as bits after a 1, the first one highest; U+FFFD for marks that are no character's. */
export const morseCharacters = (): Uint16Array => {
  const characters = new Uint16Array(2 << LONGEST).fill(0xfffd)
  for (const [character, marks] of Object.entries(MORSE_CODES)) {
    characters[bitsOf(marks)] = character.charCodeAt(0)
  }
  return characters
}

/** Takes a dot or a dash. @returns whether a character has so many */
export const takeMark = (isDash: boolean, state: Int32Array, output: Output): boolean => {
  if (state[GAP] >= GAPS.word) output.put(state[GAP] === GAPS.line ? 0x0a : 0x20)
  if (state[GAP] === GAPS.letter) state[SPACED] = 1
  state[GAP] = GAPS.none
  state[MARKS] = ((state[MARKS] || 1) << 1) | (isDash ? 1 : 0)
  return state[MARKS] < 2 << LONGEST
}

/**
 * Takes a sign that is no mark. Slashes stand between letters where no space does, two of them between words. Behind a comma a
 * space is none between words.
 *
 * @returns whether it may stand between marks
 */
export const takeGap = (
  unit: number,
  state: Int32Array,
  output: Output,
  characters: Uint16Array,
): boolean => {
  putLetter(state, output, characters)
  return widen(state, unit)
}

/** Puts out what the end completes. */
export const endMarks = (state: Int32Array, output: Output, characters: Uint16Array): boolean => {
  putLetter(state, output, characters)
  if (state[GAP] === GAPS.line) output.put(0x0a)
  return true
}

const putLetter = (state: Int32Array, output: Output, characters: Uint16Array): void => {
  if (state[MARKS] > 0) output.put(characters[state[MARKS]])
  state[MARKS] = 0
}

/** Writes characters in marks. @param write gives the marks of a character in the form that they are to have */
export const createMorseEncoder = (write: (marks: string) => string): Coding => {
  const written = new Map(Object.entries(MORSE_CODES).map(([character, marks]) => [character, write(marks)]))
  return {
    // The gap that comes before the next character.
    stateLength: 1,
    step(unit, state, output) {
      const code = written.get(String.fromCharCode(unit).toUpperCase())
      const isLine = unit === 0x0a
      if (code === undefined) {
        if (state[0] !== GAPS.none) state[0] = isLine || state[0] === GAPS.line ? GAPS.line : GAPS.word
        return isLine || unit === 0x20 || unit === 0x0d
      }
      output.putText(before[state[0]] + code)
      state[0] = GAPS.letter
      return true
    },
    end(state, output) {
      if (state[0] === GAPS.line) output.put(0x0a)
      return true
    },
  }
}

/** Signs of each gap as it is written. */
const before: readonly string[] = ['', ' ', '', ' / ', '\n']

const bitsOf = (marks: string): number =>
  Array.from(marks).reduce((bits, mark) => (bits << 1) | (mark === '-' ? 1 : 0), 1)

/** Widens a gap by a sign that is no mark. */
const widen = (state: Int32Array, unit: number): boolean => {
  const gap = state[GAP]
  const isFirst = gap === GAPS.none
  if (unit === 0x20 || unit === 0x09) state[GAP] = Math.max(gap, isFirst ? GAPS.letter : GAPS.word)
  else if (unit === 0x2f || unit === 0x7c)
    state[GAP] = Math.max(gap, isFirst && state[SPACED] === 0 ? GAPS.slash : GAPS.word)
  else if (unit === 0x0a) state[GAP] = GAPS.line
  else if (unit === 0x2c || unit === 0x3b) state[SPACED] = 1
  else return unit === 0x0d
  return true
}
