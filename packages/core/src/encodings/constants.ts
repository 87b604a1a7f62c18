/*
 * Bounds of what encodings hold.
 */

/** Signs of base58 that are held until the end: the work grows with their square, a million steps for so many. */
export const MOST_BASE58 = 1024

/** UTF-16 units that are held to be reversed: 256 KB of state. */
export const MOST_REVERSED = 65_536

/** Encodings one inside the other at the most. */
export const MOST_ENCODINGS = 8
