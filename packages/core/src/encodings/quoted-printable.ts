import type { Coding } from './coding.ts'
import type { Encoding } from './encoding.ts'
import { HEX_DIGITS, hexDigit } from './hex-digit.ts'
import type { Output } from './output.ts'
import { endUtf8, putUtf8 } from './put-utf8.ts'

const EQUALS = 0x3d
const CR = 0x0d
const LF = 0x0a
const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09
/** Characters of a line at the most (RFC 2045, 6.7, rule 5). */
const LINE = 76

/* Places of the decoder's state. */
const PHASE = 0
const DIGIT = 1
const HALF = 2
const BLANKS = 3
const FIRST = 4
/** Phases: in text; after `=`; after `=` and a digit; after `=` and spaces or CR, at the end of a line. */
const PHASES = { text: 0, equals: 1, digit: 2, lineEnd: 3 } as const

/** Quoted-printable of e-mail (RFC 2045, 6.7). Line ends stay as they are; a `=` that opens nothing is read as it stands. */
export const createQuotedPrintable = (): Encoding => ({
  name: 'quoted-printable',
  carries: 'bytes',
  encoder: createEncoder(),
  decoder: {
    stateLength: FIRST + LINE,
    step(unit, state, output) {
      if (state[PHASE] === PHASES.text) takeText(unit, state, output)
      else takeEscaped(unit, state, output)
      return true
    },
    end(state, output) {
      // Spaces at the end of a line are no part of the text, nor are those at the end of all.
      if (state[PHASE] === PHASES.digit) putAsItStands(state, output)
      endUtf8(state, HALF, output)
      return true
    },
  },
})

const takeText = (unit: number, state: Int32Array, output: Output): void => {
  if (isBlank(unit) && state[BLANKS] < LINE) {
    state[FIRST + state[BLANKS]++] = unit
    return
  }
  if (unit !== CR && unit !== LF)
    for (let i = 0; i < state[BLANKS]; i++) putUtf8(state[FIRST + i], state, HALF, output)
  state[BLANKS] = 0
  if (unit === EQUALS) {
    endUtf8(state, HALF, output)
    state[PHASE] = PHASES.equals
  } else putUtf8(unit, state, HALF, output)
}

const takeEscaped = (unit: number, state: Int32Array, output: Output): void => {
  const digit = hexDigit(unit)
  const phase = state[PHASE]
  state[PHASE] = PHASES.text
  if (phase === PHASES.digit && digit !== -1) output.put((hexDigit(state[DIGIT]) << 4) | digit)
  else if (phase === PHASES.equals && digit !== -1) {
    state[PHASE] = PHASES.digit
    state[DIGIT] = unit
  } else if (phase !== PHASES.digit && (isBlank(unit) || unit === CR) && state[BLANKS] < LINE) {
    state[PHASE] = PHASES.lineEnd
    state[FIRST + state[BLANKS]++] = unit
  } else if (phase !== PHASES.digit && unit === LF) state[BLANKS] = 0
  else {
    state[PHASE] = phase
    putAsItStands(state, output)
    takeText(unit, state, output)
  }
}

const putAsItStands = (state: Int32Array, output: Output): void => {
  output.put(EQUALS)
  if (state[PHASE] === PHASES.digit) output.put(state[DIGIT])
  for (let i = 0; i < state[BLANKS]; i++) output.put(state[FIRST + i])
  state[BLANKS] = 0
  state[PHASE] = PHASES.text
}

/* Places of the encoder's state: characters of the line, and a space, tab or CR that waits for what follows. */
const COLUMN = 0
const WAITING = 1

const createEncoder = (): Coding => {
  const put = (text: string, state: Int32Array, output: Output): void => {
    if (state[COLUMN] + text.length > LINE - 1) {
      output.putText('=\r\n')
      state[COLUMN] = 0
    }
    output.putText(text)
    state[COLUMN] += text.length
  }
  const escaped = (byte: number): string => `=${HEX_DIGITS[byte >> 4]}${HEX_DIGITS[byte & 15]}`.toUpperCase()
  /** Puts out what waits, before a line end or the end, or within a line. */
  const putWaiting = (state: Int32Array, output: Output, isLineEnd: boolean): void => {
    const waiting = state[WAITING]
    state[WAITING] = 0
    if (waiting === 0) return
    put(isLineEnd || waiting === CR ? escaped(waiting) : String.fromCharCode(waiting), state, output)
  }
  return {
    stateLength: 2,
    step(byte, state, output) {
      if (byte === LF) {
        const isPair = state[WAITING] === CR
        if (isPair) state[WAITING] = 0
        putWaiting(state, output, true)
        output.putText(isPair ? '\r\n' : '\n')
        state[COLUMN] = 0
        return true
      }
      putWaiting(state, output, byte === CR)
      if (isBlank(byte) || byte === CR) state[WAITING] = byte
      else if (byte > 0x20 && byte < 0x7f && byte !== EQUALS) put(String.fromCharCode(byte), state, output)
      else put(escaped(byte), state, output)
      return true
    },
    end(state, output) {
      putWaiting(state, output, true)
      return true
    },
  }
}
