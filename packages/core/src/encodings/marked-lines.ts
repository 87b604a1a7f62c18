import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

const [LF, SPACE, QUOTE] = [0x0a, 0x20, 0x3e]
/** Digits of the number of a line at the most. */
const MOST_DIGITS = 4

/* Places of the decoder's state: the mark that lines have, as far as this line has come, and units of a number that wait. */
const MARK = 0
const PHASE = 1
const COUNT = 2
const FIRST = 3
const MARKS = { none: 0, quote: 1, number: 2 } as const
const PHASES = { begin: 0, number: 1, marked: 2, text: 3 } as const

/** Lines that each begin with a mark: `> `, as in answers to mail, or their number, `1. ` or `1) `. Others stand as they are. */
export const createMarkedLines = (): Encoding => ({
  name: 'marked-lines',
  carries: 'text',
  encoder: {
    // Whether a line has begun.
    stateLength: 1,
    step(unit, state, output) {
      if (state[0] === 0) output.putText('> ')
      output.put(unit)
      state[0] = unit === LF ? 0 : 1
      return true
    },
    end: () => true,
  },
  decoder: {
    stateLength: FIRST + MOST_DIGITS,
    step(unit, state, output) {
      if (state[PHASE] === PHASES.begin) return begin(unit, state, output)
      if (state[PHASE] === PHASES.number) return takeNumber(unit, state, output)
      const isMarked = state[PHASE] === PHASES.marked
      state[PHASE] = unit === LF ? PHASES.begin : PHASES.text
      if (!isMarked || unit !== SPACE) output.put(unit)
      return true
    },
    end(state, output) {
      putHeld(state, output)
      return true
    },
  },
})

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

/** Takes the first unit of a line. The first line of all has a mark. */
const begin = (unit: number, state: Int32Array, output: Output): boolean => {
  const mark = unit === QUOTE ? MARKS.quote : isDigit(unit) ? MARKS.number : MARKS.none
  if (state[MARK] === MARKS.none && mark === MARKS.none) return false
  if (state[MARK] === MARKS.none) state[MARK] = mark
  if (mark !== state[MARK]) {
    output.put(unit)
    state[PHASE] = unit === LF ? PHASES.begin : PHASES.text
  } else if (mark === MARKS.quote) state[PHASE] = PHASES.marked
  else {
    state[PHASE] = PHASES.number
    state[FIRST] = unit
    state[COUNT] = 1
  }
  return true
}

const takeNumber = (unit: number, state: Int32Array, output: Output): boolean => {
  if (isDigit(unit) && state[COUNT] < MOST_DIGITS) {
    state[FIRST + state[COUNT]++] = unit
    return true
  }
  const isMark = '.):'.includes(String.fromCharCode(unit))
  if (isMark) state[COUNT] = 0
  else {
    putHeld(state, output)
    output.put(unit)
  }
  state[PHASE] = isMark ? PHASES.marked : unit === LF ? PHASES.begin : PHASES.text
  return true
}

/** Puts out as they stand the digits of what turned out to be no mark. */
const putHeld = (state: Int32Array, output: Output): void => {
  for (let i = 0; i < state[COUNT]; i++) output.put(state[FIRST + i])
  state[COUNT] = 0
}
