/** Significant digits of a number in a recording: more than eyes tell apart. */
const DIGITS = 3

/** Numbers from 0 to 1 in few digits. */
export const packShares = (shares: Float32Array): number[] =>
  Array.from(shares, (share) => Number(share.toPrecision(DIGITS)))

/** Numbers from -127 to 127 in four bits each, as a text of hexadecimal digits. */
export const packMemory = (memory: Int8Array): string =>
  Array.from(memory, (value) => (Math.round(value / STEP) + 7).toString(16)).join('')

/** Numbers that `packMemory` has packed. */
export const unpackMemory = (text: string): Int8Array =>
  Int8Array.from(text, (digit) => Math.round((Number.parseInt(digit, 16) - 7) * STEP))

/** One of 15 steps of memory. */
const STEP = 127 / 7
