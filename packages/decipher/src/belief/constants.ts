/*
 * Constants of weighing beliefs against one another. Chosen on Moby-Dick; docs/decisions/0005 says why.
 */

/** Share of the likeliest member's weight below which a member of a mixture is let go. A ratio. */
export const LEAST_SHARE = 1e-8

/** Probability of its best key from which on a recogniser may be left alone, where no change of key is expected. */
export const RECOGNISED = 0.9999
