import type { Encoding } from './encoding.ts'
import { HEX_DIGITS, hexDigit } from './hex-digit.ts'
import type { Output } from './output.ts'

const LINE = 16
const [SPACE, LF, CR, COLON, TAB, LESS] = [0x20, 0x0a, 0x0d, 0x3a, 0x09, 0x3e]
const BAR = 0x7c

/* Places of the decoder's state: the part of the line, its digits or bytes so far, a digit that waits for its second, plus 1,
   spaces since, and whether a colon stands behind the offset. */
const PART = 0
const COUNT = 1
const DIGIT = 2
const GAP = 3
const IS_XXD = 4
const PARTS = { offset: 0, bytes: 1, text: 2 } as const

/**
 * Bytes as `hexdump -C`, `xxd` and `od -t x1z` show them: lines of an offset, bytes in hexadecimal and their characters, which
 * are passed over. Written as by `hexdump -C`, without the last offset.
 */
export const createHexdump = (): Encoding => ({
  name: 'hexdump',
  carries: 'bytes',
  encoder: {
    // The offset of the line, the number of its bytes, and these.
    stateLength: LINE + 2,
    step(byte, state, output) {
      state[1 + ++state[1]] = byte
      if (state[1] === LINE) putLine(state, output)
      return true
    },
    end(state, output) {
      if (state[1] > 0) putLine(state, output)
      return true
    },
  },
  decoder: {
    stateLength: 5,
    step(unit, state, output) {
      if (state[PART] === PARTS.offset) return readOffset(unit, state)
      if (unit === LF) return state[DIGIT] === 0 && beginLine(state)
      if (state[PART] === PARTS.text || unit === CR) return true
      return readByte(unit, state, output)
    },
    end: (state) => state[DIGIT] === 0 && (state[PART] !== PARTS.offset || isOffset(state)),
  },
})

const putLine = (state: Int32Array, output: Output): void => {
  const bytes = state.subarray(2, 2 + state[1])
  const hex = Array.from(bytes, (byte) => HEX_DIGITS[byte >> 4] + HEX_DIGITS[byte & 15])
  const columns = `${hex.slice(0, 8).join(' ').padEnd(23)}  ${hex.slice(8).join(' ').padEnd(23)}`
  const shown = Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
  const offset = (state[0] >>> 0).toString(16).padStart(8, '0')
  output.putText(`${state[0] === 0 ? '' : '\n'}${offset}  ${columns}  |${shown.join('')}|`)
  state[0] += LINE
  state[1] = 0
}

/** Whether there are no digits in the place of an offset, or as many as one has. */
const isOffset = (state: Int32Array): boolean => state[COUNT] === 0 || state[COUNT] >= 4

const beginLine = (state: Int32Array): boolean => {
  state.fill(0)
  return true
}

const readOffset = (unit: number, state: Int32Array): boolean => {
  if (hexDigit(unit) !== -1) return ++state[COUNT] <= LINE
  if (unit === CR) return true
  if (!isOffset(state)) return false
  if (unit === LF) return beginLine(state)
  if (state[COUNT] > 0) {
    state[PART] = PARTS.bytes
    state[COUNT] = 0
    state[IS_XXD] = unit === COLON ? 1 : 0
  }
  return unit === SPACE || unit === TAB || unit === COLON
}

const readByte = (unit: number, state: Int32Array, output: Output): boolean => {
  const digit = hexDigit(unit)
  if (state[DIGIT] !== 0) {
    if (digit === -1) return false
    output.put(((state[DIGIT] - 1) << 4) | digit)
    state[DIGIT] = 0
    state[COUNT]++
    return true
  }
  if (unit === SPACE || unit === TAB) {
    state[GAP] = Math.min(state[GAP] + 1, 3)
    return true
  }
  const isHalf = state[GAP] === 2 && state[COUNT] === LINE / 2 && state[IS_XXD] === 0
  const isPast = state[COUNT] > 0 && state[GAP] >= 2 && !(isHalf && digit !== -1)
  state[GAP] = 0
  if (isPast || unit === BAR || unit === LESS) {
    state[PART] = PARTS.text
    return true
  }
  state[DIGIT] = digit + 1
  return digit !== -1
}
