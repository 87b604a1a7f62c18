/*
 * Constants of finding the start of a rotor machine. Chosen on Moby-Dick; docs/enigma.md says how.
 */

/** A start so far behind the best is let go, in twelfths of a bit: while there are many of them, and later. */
export const BEHIND = { many: 300, few: 384 } as const

/** Starts that are many. */
export const MANY = 100_000

/** Starts left, at the most, for each to be weighed by all that the counts know. */
export const FEW = 64

/** Starts that are weighed so while more are left, those that cost least; one alone before so many letters. */
export const LEADING = { starts: 32, letters: 5 } as const

/** Starts left, at the most, for a snapshot to hold them: of more it holds the text alone, which is weighed anew. */
export const MOST_SAVED = 4096

/** Starts that read a letter while a small net makes a step, and candidates that do. */
export const STARTS_A_STEP = 300
export const CANDIDATES_A_STEP = 10

/** Cost of a crib at a place of the text, in twelfths of a bit, and letters of a text in which it is looked for. */
export const CRIB = { cost: 72, letters: 100 } as const

/** Letters at which one start may be certain, and the share of all others together at the most. */
export const CERTAIN = { letters: 15, rest: 1e-9 } as const

/** Letters for which a letter has to be surer than later, to be final. */
export const OPENING = 25

/** Cost of a letter and of another symbol where no start explains the text, and before it, in twelfths of a bit. */
export const UNFOUND = { letter: 56, other: 30, prior: 12 } as const

/** Twelfths of a bit that a start may be behind text without one, and still be told. */
export const TOLD = 156
