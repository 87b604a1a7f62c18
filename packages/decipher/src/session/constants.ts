/*
 * Constants of what a session tells.
 */

/** UTF-16 units of the beginning that each candidate reads: some five words, enough to tell sense from nonsense. */
export const BEGINNING = 32

/** Candidates that may be asked for at the most. */
export const MOST_CANDIDATES = 20
