import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/** Bytes of a line as it is written. */
const LINE = 45
const LF = 0x0a
const CR = 0x0d
/** Stands for 0, as a space does too: mail takes spaces off the ends of lines. */
const ZERO = 0x60

/* Places of the decoder's state: its phase, bytes of the line that are left, bits that wait, and their number. */
const PHASE = 0
const LEFT = 1
const BITS = 2
const COUNT = 3
/** Phases: before a line; in its bytes, or after them; in a line of words, `begin 644 name` or `end`. */
const PHASES = { before: 0, bytes: 1, words: 2 } as const

/**
 * Uuencode of Unix (POSIX, `uuencode`): lines of up to 45 bytes, each with its length in front, four signs for three bytes,
 * between `begin 644 name` and `end`, which need not be there.
 */
export const createUuencode = (): Encoding => ({
  name: 'uuencode',
  carries: 'bytes',
  encoder: {
    // Whether the first line is written, bytes of a line that wait, and these.
    stateLength: 2 + LINE,
    step(byte, state, output) {
      begin(state, output)
      state[2 + state[1]++] = byte
      if (state[1] === LINE) writeLine(state, output)
      return true
    },
    end(state, output) {
      begin(state, output)
      if (state[1] > 0) writeLine(state, output)
      output.putText('`\nend\n')
      return true
    },
  },
  decoder: {
    stateLength: 4,
    step(unit, state, output) {
      if (unit === LF) {
        // Signs that are missing at the end of a line are zeros.
        while (state[LEFT] > 0) takeBits(0, state, output)
        state[PHASE] = PHASES.before
        return true
      }
      if (unit === CR || state[PHASE] === PHASES.words) return true
      // The lines of words alone begin with small letters.
      if (state[PHASE] === PHASES.before && (unit === 0x62 || unit === 0x65)) {
        state[PHASE] = PHASES.words
        return true
      }
      if (unit < 0x20 || unit > ZERO) return false
      if (state[PHASE] === PHASES.bytes) takeBits((unit - 0x20) & 63, state, output)
      else {
        state[PHASE] = PHASES.bytes
        state[LEFT] = (unit - 0x20) & 63
        state[BITS] = 0
        state[COUNT] = 0
      }
      return true
    },
    end: (state) => state[LEFT] === 0,
  },
})

const takeBits = (bits: number, state: Int32Array, output: Output): void => {
  const held = (state[BITS] << 6) | bits
  const count = state[COUNT] + 6
  state[COUNT] = count & 7
  state[BITS] = held & ((1 << state[COUNT]) - 1)
  if (count < 8 || state[LEFT] === 0) return
  state[LEFT]--
  output.put(held >> state[COUNT])
}

const begin = (state: Int32Array, output: Output): void => {
  if (state[0] === 0) output.putText('begin 644 text\n')
  state[0] = 1
}

const writeLine = (state: Int32Array, output: Output): void => {
  const length = state[1]
  const signOf = (bits: number): number => (bits === 0 ? ZERO : 0x20 + bits)
  output.put(signOf(length))
  for (let i = 0; i < length; i += 3) {
    let held = 0
    for (let j = 0; j < 3; j++) held = (held << 8) | (i + j < length ? state[2 + i + j] : 0)
    for (let shift = 18; shift >= 0; shift -= 6) output.put(signOf((held >> shift) & 63))
  }
  output.put(LF)
  state[1] = 0
}
