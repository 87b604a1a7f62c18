import type { Encoding } from './encoding.ts'

const OPENING = '"\'`[({'
const CLOSING = '"\'`])}'
/** Letters that may stand before a quote, as of bytes and raw text in Python. */
const BEFORE = 'bBrRuU'

/* Places of the decoder's state: the sign that ends it, a letter before the quote, and a closing sign and line ends that wait. */
const CLOSER = 0
const LETTER = 1
const WAITING = 2
const CR = 3
const LF = 4

/**
 * Text in quotes or brackets, as in the source of a program: `[72, 105]`, `b'SGk='`. One pair is taken off, and a `b` before
 * it; line ends after it stay.
 */
export const createQuoted = (): Encoding => ({
  name: 'quoted',
  carries: 'text',
  encoder: {
    stateLength: 1,
    step(unit, state, output) {
      if (state[0] === 0) output.put(0x22)
      state[0] = 1
      output.put(unit)
      return true
    },
    end(state, output) {
      output.putText(state[0] === 0 ? '""' : '"')
      return true
    },
  },
  decoder: {
    stateLength: 5,
    step(unit, state, output) {
      const sign = String.fromCharCode(unit)
      if (state[CLOSER] === 0) {
        const place = OPENING.indexOf(sign)
        if (place !== -1) state[CLOSER] = CLOSING.charCodeAt(place)
        else if (state[LETTER] === 0 && BEFORE.includes(sign)) state[LETTER] = 1
        else return false
        return true
      }
      if (state[WAITING] === 1) {
        if (unit === 0x0d && state[CR] === 0 && state[LF] === 0) {
          state[CR] = 1
          return true
        }
        if (unit === 0x0a && state[LF] === 0) {
          state[LF] = 1
          return true
        }
        // It was not the last one.
        output.put(state[CLOSER])
        putLineEnd(state, output)
        state[WAITING] = 0
      }
      if (unit === state[CLOSER]) state[WAITING] = 1
      else output.put(unit)
      return true
    },
    end(state, output) {
      putLineEnd(state, output)
      return state[WAITING] === 1
    },
  },
})

const putLineEnd = (state: Int32Array, output: { put(unit: number): void }): void => {
  if (state[CR] === 1) output.put(0x0d)
  if (state[LF] === 1) output.put(0x0a)
  state[CR] = 0
  state[LF] = 0
}
