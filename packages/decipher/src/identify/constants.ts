/*
 * Constants of telling what a text is. Sizes bound the work of one look, some milliseconds; periods and lengths are those
 * of the texts that `npm run train -- identify` learns from.
 */

/** UTF-16 units of a text's beginning that are looked at. */
export const WINDOW = 2048

/** Letters, or bytes, of it that keys are fitted to. */
export const FITTED = 256

/** UTF-16 units after which kinds are first told; then each time the text is twice as long, up to the window. */
export const FIRST_TOLD = 16

/** Letters below which no key is fitted. */
export const FEWEST = 4

/** Longest period of keys that repeat, and of keys of bytes. */
export const PERIODS = { letters: 12, bytes: 8 } as const

/** Keys whose fit by single letters is best, which are fitted by pairs too. */
export const FITTED_BY_PAIRS = 3

/** Rounds in which each letter of a key is fitted again, the others held. */
export const ROUNDS = 3

/** Evidence in bits that counts as one in a feature, and the most of these that count. */
export const EVIDENCE = { bits: 32, most: 4 } as const

/** Index of coincidence of English, and of letters that are all as likely, for the reasons that are given. */
export const COINCIDENCE = { english: 0.065, random: 0.038 } as const

/** Kinds less probable are left out. */
export const LEAST_PROBABLE = 0.001

/** Probability of an encoding out of which text comes: none of 70,000 pieces of prose was taken for one. */
export const FOUND = 0.99
