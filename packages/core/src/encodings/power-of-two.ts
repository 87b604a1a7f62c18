import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'
import { hexDigit } from './hex-digit.ts'
import type { Output } from './output.ts'

/** An encoding whose every sign stands for the same number of bits. */
export interface PowerOfTwo extends Pick<Encoding, 'name'> {
  readonly signs: string
  /** Bits of a sign. */
  readonly bits: number
  /** Signs of a group, which holds whole bytes; `=` fills the last one up. */
  readonly group: number
  /** Whether it is written with `=`; it is read with and without. */
  readonly isPadded: boolean
}

/* Places of the state: bits that wait, their number, signs of the group, whether `=` have begun, and the units of a sign that is
   written as in URLs, `%3D`: how many have come, and the first digit. */
const BITS = 0
const COUNT = 1
const SIGNS = 2
const PADDED = 3
const ESCAPED = 4
const DIGIT = 5
const EQUALS = 0x3d
const PERCENT = 0x25

/**
 * Makes such an encoding. Signs of one case alone are read in either; spaces and line ends are passed over. Where it is written
 * with `=`, signs may be escaped as in URLs.
 */
export const createPowerOfTwo = ({ signs, bits, group, isPadded, ...named }: PowerOfTwo): Encoding => {
  const values = new Int8Array(128).fill(-1)
  const isOneCase = signs === signs.toUpperCase()
  for (let i = 0; i < signs.length; i++) {
    values[signs.charCodeAt(i)] = i
    if (isOneCase) values[signs.toLowerCase().charCodeAt(i)] = i
  }
  return {
    ...named,
    carries: 'bytes',
    encoder: {
      stateLength: 3,
      step(byte, state, output) {
        let held = (state[BITS] << 8) | byte
        let count = state[COUNT] + 8
        for (; count >= bits; count -= bits) {
          output.put(signs.charCodeAt(held >> (count - bits)))
          held &= (1 << (count - bits)) - 1
          state[SIGNS] = (state[SIGNS] + 1) % group
        }
        state[BITS] = held
        state[COUNT] = count
        return true
      },
      end(state, output) {
        if (state[COUNT] > 0) {
          output.put(signs.charCodeAt(state[BITS] << (bits - state[COUNT])))
          for (let i = state[SIGNS] + 1; isPadded && i < group; i++) output.put(EQUALS)
        }
        return true
      },
    },
    decoder: {
      stateLength: isPadded ? 6 : 4,
      takeMany,
      step: (unit, state, output) =>
        isPadded && (unit === PERCENT || state[ESCAPED] > 0)
          ? takeEscaped(unit, state, output)
          : take(unit, state, output),
      end: (state) => state[PADDED] === 0 && state[COUNT] < bits && !(isPadded && state[ESCAPED] > 0),
    },
  }

  /** Takes signs up to anything else, without a call for each. */
  function takeMany(chunk: string | Uint8Array, from: number, state: Int32Array, output: Output): number {
    if (state[PADDED] === 1 || (isPadded && state[ESCAPED] > 0)) return from
    const isText = typeof chunk === 'string'
    const put = output.room(chunk.length - from)
    let { length } = output
    let held = state[BITS]
    let count = state[COUNT]
    let at = from
    for (; at < chunk.length; at++) {
      const unit = isText ? chunk.charCodeAt(at) : chunk[at]
      const value = unit < 128 ? values[unit] : -1
      if (value === -1) break
      held = (held << bits) | value
      count += bits
      if (count < 8) continue
      count -= 8
      put[length++] = held >> count
      held &= (1 << count) - 1
    }
    output.length = length
    state[BITS] = held
    state[COUNT] = count
    state[SIGNS] = (state[SIGNS] + at - from) % group
    return at
  }

  function take(unit: number, state: Int32Array, output: Output): boolean {
    const value = unit < 128 ? values[unit] : -1
    if (value === -1) return isSpace(unit) || (unit === EQUALS && pad(state))
    if (state[PADDED] === 1) return false
    const held = (state[BITS] << bits) | value
    let count = state[COUNT] + bits
    if (count >= 8) {
      count -= 8
      output.put(held >> count)
    }
    state[BITS] = held & ((1 << count) - 1)
    state[COUNT] = count
    state[SIGNS] = state[SIGNS] === group - 1 ? 0 : state[SIGNS] + 1
    return true
  }

  /** Takes a unit of `%3D`. Of what turns out to be none, the units before stand as they are. */
  function takeEscaped(unit: number, state: Int32Array, output: Output): boolean {
    const come = state[ESCAPED]
    const digit = hexDigit(unit)
    state[ESCAPED] = 0
    if (come === 2 && digit !== -1 && take((hexDigit(state[DIGIT]) << 4) | digit, state, output)) return true
    if (come < 2 && (come === 0 || digit !== -1)) {
      state[ESCAPED] = come + 1
      state[DIGIT] = unit
      return true
    }
    output.put(PERCENT)
    if (come === 2) output.put(state[DIGIT])
    return false
  }

  /** Takes a `=`. After the last one of a group another text may follow, as where files are joined. */
  function pad(state: Int32Array): boolean {
    if (state[SIGNS] === 0 || (state[PADDED] === 0 && state[COUNT] >= bits)) return false
    state[SIGNS] = (state[SIGNS] + 1) % group
    state[PADDED] = state[SIGNS] === 0 ? 0 : 1
    state[BITS] = 0
    state[COUNT] = 0
    return true
  }
}
