import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'

const OPENING = '"\'`[({'
const CLOSING = '"\'`])}'
/** Letters that may stand before a quote, as of bytes and raw text in Python. */
const BEFORE = 'bBrRuU'

/* Places of the decoder's state: the sign that ends it, letters before the quote, and signs behind it that wait: the closing one,
   a semicolon and a line end. */
const CLOSER = 0
const BEGUN = 1
const WAITING = 2
const SEMICOLON = 3
const CR = 4
const LF = 5
/** As far as the letters before a quote have come: one, a declaration, or its sign of equality. */
const [LETTER, DECLARED, EQUAL] = [1, 2, 3]

/**
 * Text in quotes or brackets, as in the source of a program: `[72, 105]`, `b'SGk='`, `char s[] = { 0x48, 0x69 };`. One pair is
 * taken off, with a `b` or what is declared before it and a semicolon after it; line ends stay.
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
    stateLength: 6,
    step(unit, state, output) {
      const sign = String.fromCharCode(unit)
      if (state[CLOSER] === 0) {
        const place = OPENING.indexOf(sign)
        if (place === -1 || state[BEGUN] === DECLARED) return readBefore(sign, state)
        state[CLOSER] = CLOSING.charCodeAt(place)
        return true
      }
      if (state[WAITING] === 1) {
        if (unit === 0x3b && state[SEMICOLON] + state[CR] + state[LF] === 0) {
          state[SEMICOLON] = 1
          return true
        }
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
        if (state[SEMICOLON] === 1) output.put(0x3b)
        state[SEMICOLON] = 0
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

/** Takes what may stand before a quote: a letter, or a name with its type and a sign of equality. */
const readBefore = (sign: string, state: Int32Array): boolean => {
  if (state[BEGUN] === EQUAL) return isSpace(sign.charCodeAt(0))
  const isNamed = state[BEGUN] === 0 ? /[a-z_]/i.test(sign) : /[\w\s[\]*]/.test(sign)
  if (!isNamed && (sign !== '=' || state[BEGUN] !== DECLARED)) return false
  if (sign === '=') state[BEGUN] = EQUAL
  else state[BEGUN] = state[BEGUN] === 0 && BEFORE.includes(sign) ? LETTER : DECLARED
  return true
}

const putLineEnd = (state: Int32Array, output: { put(unit: number): void }): void => {
  if (state[CR] === 1) output.put(0x0d)
  if (state[LF] === 1) output.put(0x0a)
  state[CR] = 0
  state[LF] = 0
}
