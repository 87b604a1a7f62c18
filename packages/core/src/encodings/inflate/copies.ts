/*
 * Lengths and distances of copies (RFC 1951, 3.2.5).
 */

/** Bits that follow the code of a length, from 257 on. */
export const lengthBits = (code: number): number => (code < 8 || code === 28 ? 0 : (code - 4) >> 2)

/** The shortest length of such a code. */
export const shortestLength = (code: number): number => {
  if (code < 8) return 3 + code
  if (code === 28) return 258
  return 3 + ((4 + (code & 3)) << lengthBits(code))
}

/** Bits that follow the code of a distance. */
export const distanceBits = (code: number): number => (code < 4 ? 0 : (code - 2) >> 1)

/** The shortest distance of such a code. */
export const shortestDistance = (code: number): number =>
  code < 4 ? 1 + code : 1 + ((2 + (code & 1)) << distanceBits(code))
