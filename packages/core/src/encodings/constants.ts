/*
 * Bounds of what encodings hold.
 */

/** Signs of base58 that are held until the end: the work grows with their square, a million steps for so many. */
export const MOST_BASE58 = 1024

/** UTF-16 units that are held to be reversed: 256 KB of state. */
export const MOST_REVERSED = 65_536

/** UTF-16 units of a word that are held to be reversed. */
export const MOST_WORD = 1024

/** Encodings one inside the other at the most. */
export const MOST_ENCODINGS = 8

/** Bytes that a compressed text may give at the most. */
export const MOST_INFLATED = 16_777_216

/** Bytes that come out for each that went in at the most, once `FREE_BYTES` have: text gives 2 to 20, DEFLATE up to 1,032. */
export const MOST_RATIO = 64

/** Bytes that may come out whatever went in. */
export const FREE_BYTES = 65_536
