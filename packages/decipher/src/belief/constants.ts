/*
 * Constants of weighing beliefs against one another. Chosen on Moby-Dick; docs/decisions/0005 says why.
 */

/** Share of the likeliest member's weight below which a member of a mixture is let go. A ratio. */
export const LEAST_SHARE = 1e-8

/** Probability of its best key from which on a recogniser may be left alone, where no change of key is expected. */
export const RECOGNISED = 0.9999

/** Odds that no key explains a text, before anything of it is read. */
export const UNKNOWN_ODDS = 2e-3

/** Odds from which on it is told that no key explains a text. */
export const TOLD_ODDS = 100

/** Odds that no key explains a text, or that some key does, at the most: so that the contrary is soon believed again. */
export const MOST_ODDS = 1e12

/** Odds that no key explains a text below which they are not worth a thought. */
export const NEGLIGIBLE = 1e-6

/** A factor: how much a letter after a digit may speak against all keys; nets foretell badly after digits. */
export const AFTER_DIGIT = 2

/** Letters that even frequencies count for, where it is counted how often each has come. */
export const EVEN = 12

/** Letters after which counts are halved. */
export const MEMORY = 32

/** Parts of what is expected of text that no key explains: even shares, those of the language, those of the latest letters. */
export const PARTS = { even: 4, language: 2, recent: 1 } as const
