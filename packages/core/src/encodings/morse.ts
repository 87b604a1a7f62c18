import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/** Characters by their marks (ITU-R M.1677-1), and marks that are common besides: `!`, `;`, `&`, `$`, `_`. */
const CODES: Readonly<Record<string, string>> = {
  A: '.-',
  B: '-...',
  C: '-.-.',
  D: '-..',
  E: '.',
  F: '..-.',
  G: '--.',
  H: '....',
  I: '..',
  J: '.---',
  K: '-.-',
  L: '.-..',
  M: '--',
  N: '-.',
  O: '---',
  P: '.--.',
  Q: '--.-',
  R: '.-.',
  S: '...',
  T: '-',
  U: '..-',
  V: '...-',
  W: '.--',
  X: '-..-',
  Y: '-.--',
  Z: '--..',
  1: '.----',
  2: '..---',
  3: '...--',
  4: '....-',
  5: '.....',
  6: '-....',
  7: '--...',
  8: '---..',
  9: '----.',
  0: '-----',
  É: '..-..',
  '.': '.-.-.-',
  ',': '--..--',
  ':': '---...',
  '?': '..--..',
  "'": '.----.',
  '-': '-....-',
  '/': '-..-.',
  '(': '-.--.',
  ')': '-.--.-',
  '"': '.-..-.',
  '=': '-...-',
  '+': '.-.-.',
  '@': '.--.-.',
  '!': '-.-.--',
  ';': '-.-.-.',
  '&': '.-...',
  $: '...-..-',
  _: '..--.-',
}
const DOTS = '.·•∙●⋅˙*'
const DASHES = '-_–—−‒―'
/** Marks of a character at the most, the sign of an error among them. */
const LONGEST = 8

/* Places of the decoder's state: marks as bits after a 1, and the gap since them. */
const MARKS = 0
const GAP = 1
const GAPS = { none: 0, letter: 1, word: 2, line: 3 } as const

/**
 * Morse code: characters apart by a space, words by `/`, `|` or more spaces. Read with any dots and dashes, written with
 * `.` and `-`. Marks that are no character's are read as U+FFFD.
 */
export const createMorse = (): Encoding => {
  const characters = new Map(Object.entries(CODES).map(([character, marks]) => [bitsOf(marks), character]))
  const putLetter = (state: Int32Array, output: Output): void => {
    if (state[MARKS] > 0) output.putText(characters.get(state[MARKS]) ?? '\ufffd')
    state[MARKS] = 0
  }
  return {
    name: 'morse',
    about: 'dots and dashes, / between words',
    carries: 'text',
    encoder: {
      // The gap that comes before the next character.
      stateLength: 1,
      step(unit, state, output) {
        const marks = CODES[String.fromCharCode(unit).toUpperCase()]
        const isLine = unit === 0x0a
        if (marks === undefined) {
          if (state[0] !== GAPS.none) state[0] = isLine || state[0] === GAPS.line ? GAPS.line : GAPS.word
          return isLine || unit === 0x20 || unit === 0x0d
        }
        output.putText(['', ' ', ' / ', '\n'][state[0]] + marks)
        state[0] = GAPS.letter
        return true
      },
      end(state, output) {
        if (state[0] === GAPS.line) output.put(0x0a)
        return true
      },
    },
    decoder: {
      stateLength: 2,
      step(unit, state, output) {
        const sign = String.fromCharCode(unit)
        const isDash = DASHES.includes(sign)
        if (!isDash && !DOTS.includes(sign)) {
          putLetter(state, output)
          return widen(state, sign)
        }
        if (state[GAP] >= GAPS.word) output.put(state[GAP] === GAPS.line ? 0x0a : 0x20)
        state[GAP] = GAPS.none
        state[MARKS] = ((state[MARKS] || 1) << 1) | (isDash ? 1 : 0)
        return state[MARKS] < 2 << LONGEST
      },
      end(state, output) {
        putLetter(state, output)
        if (state[GAP] === GAPS.line) output.put(0x0a)
        return true
      },
    },
  }
}

const bitsOf = (marks: string): number =>
  Array.from(marks).reduce((bits, mark) => (bits << 1) | (mark === '-' ? 1 : 0), 1)

/** Widens a gap by a sign that is no mark. */
const widen = (state: Int32Array, sign: string): boolean => {
  const gap = state[GAP]
  if (sign === '/' || sign === '|') state[GAP] = Math.max(gap, GAPS.word)
  else if (sign === '\n') state[GAP] = GAPS.line
  else if (sign === ' ' || sign === '\t')
    state[GAP] = Math.max(gap, gap === GAPS.none ? GAPS.letter : GAPS.word)
  else return sign === '\r'
  return true
}
