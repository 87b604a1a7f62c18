import type { Output } from '../output.ts'
import type { Checksum } from './checksums.ts'
import { turn } from './codes.ts'
import { COUNT, HELD, IS_LAST, PUT } from './places.ts'

const BLOCK_HEAD = 0b011

/**
 * Writes one block of DEFLATE with the codes that need no table, a byte at a time, without copies: what it writes is up to
 * an eighth longer than what it is given, and any inflater reads it.
 */
export interface Deflate {
  take(byte: number, state: Int32Array, output: Output): void
  end(state: Int32Array, output: Output): void
}

export const createDeflate = (checksum: Checksum): Deflate => ({
  take(byte, state, output) {
    begin(state, output)
    checksum.take(byte, state)
    state[PUT] = (state[PUT] + 1) | 0
    if (byte < 144) putCode(0x30 + byte, 8, state, output)
    else putCode(0x190 + byte - 144, 9, state, output)
  },
  end(state, output) {
    begin(state, output)
    putCode(0, 7, state, output)
    if (state[COUNT] > 0) output.put(state[HELD])
  },
})

const begin = (state: Int32Array, output: Output): void => {
  if (state[IS_LAST] === 1) return
  state[IS_LAST] = 1
  putBits(BLOCK_HEAD, 3, state, output)
}

/** Codes are written from their highest bit on. */
const putCode = (code: number, bits: number, state: Int32Array, output: Output): void => {
  putBits(turn(code, bits), bits, state, output)
}

const putBits = (value: number, bits: number, state: Int32Array, output: Output): void => {
  state[HELD] |= value << state[COUNT]
  state[COUNT] += bits
  for (; state[COUNT] >= 8; state[COUNT] -= 8) {
    output.put(state[HELD] & 0xff)
    state[HELD] >>= 8
  }
}
