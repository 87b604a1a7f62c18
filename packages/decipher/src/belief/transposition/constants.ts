/*
 * Constants of finding the key of a transposition. Chosen on Moby-Dick; docs/transpositions.md says how. Costs are in
 * twelfths of a bit.
 */

/** UTF-16 units of a text at the most: none of it is final before all of it is there. */
export const MOST_UNITS = 65_536

/** Symbols of the plaintext that orders are first weighed by, by four in a row, and that the best are weighed by. */
export const WINDOW = { first: 96, whole: 256 } as const

/** Orders that are weighed by all that is known of the language. */
export const WEIGHED = 32

/** Orders of one number of columns that are kept for that. */
export const KEPT_ORDERS = 12

/** Rails, letters around a rod, columns, and columns of a grid that are tried, from 2 on; and letters of a text in a grid. */
export const MOST = { rails: 128, around: 512, columns: 12, grid: 50, routed: 2000 } as const

/** Partly known orders of columns that are kept from column to column. */
export const BEAM = 1500

/** Cost of a symbol at the most. */
export const MOST_COST = 255

/** Units after which a text is read as if it ended there, and again each time that it has doubled. */
export const FIRST_LOOK = 16

/** Keys that are told at the most, and their least probability. */
export const TOLD = { keys: 20, probability: 1e-6 } as const

/** Cost of the number of orders of so many columns: 12 log₂ n!. */
export const ORDERS: readonly number[] = [0, 0, 12, 31, 55, 83, 114, 148, 184, 222, 261, 303, 346]

/** Costs: of one kind of five, of signs that move too, of a zigzag that does not begin at the top, of one spiral of 32, of text in no order that a key gives. */
export const PRIORS = {
  kind: 28,
  over: 36,
  offset: 12,
  route: 60,
  plain: 36,
  unknown: 84,
  columns: 42,
} as const
