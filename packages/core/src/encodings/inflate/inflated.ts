import { FREE_BYTES, MOST_INFLATED, MOST_RATIO } from '../constants.ts'
import type { Output } from '../output.ts'
import type { Checksum } from './checksums.ts'
import { LENGTH, PUT, REASON, START, TAKEN, WINDOW, WINDOW_BYTES } from './places.ts'

/** Why a compressed text is not taken further, where that is no matter of a sign. */
export const reasons: readonly (() => string)[] = [
  () => `more than ${MOST_RATIO} bytes come out for each, as of a text that is made to fill a memory`,
  () => `more than ${MOST_INFLATED.toLocaleString('en')} bytes come out`,
  () => 'the checksum is not that of what came out',
]
export const RATIO = 1
export const MOST = 2
export const CHECKSUM = 3

/** Whether so many more bytes may come out. Notes in the state why not. */
export const mayPut = (state: Int32Array, bytes: number): boolean => {
  const put = state[PUT] + bytes
  if (put <= FREE_BYTES) return true
  if (put > MOST_INFLATED) state[REASON] = MOST
  else if (put > FREE_BYTES + MOST_RATIO * state[TAKEN]) state[REASON] = RATIO
  else return true
  return false
}

/** Puts out a byte, and keeps it for copies. */
export const putByte = (byte: number, state: Int32Array, output: Output, checksum: Checksum): void => {
  const put = state[PUT]
  const place = WINDOW + ((put & (WINDOW_BYTES - 1)) >> 2)
  const shift = (put & 3) << 3
  state[place] = (state[place] & ~(0xff << shift)) | (byte << shift)
  state[PUT] = put + 1
  checksum.take(byte, state)
  output.put(byte)
}

/** Puts out a copy of what came out before. @returns whether there is such */
export const putCopy = (distance: number, state: Int32Array, output: Output, checksum: Checksum): boolean => {
  if (distance > state[PUT] - state[START] || !mayPut(state, state[LENGTH])) return false
  for (let left = state[LENGTH], from = state[PUT] - distance; left > 0; left--, from++) {
    const place = WINDOW + ((from & (WINDOW_BYTES - 1)) >> 2)
    putByte((state[place] >>> ((from & 3) << 3)) & 0xff, state, output, checksum)
  }
  return true
}
