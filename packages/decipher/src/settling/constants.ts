/*
 * Constants of calling text final, and of looking away. Chosen on Moby-Dick; docs/live-inference.md has what each costs.
 */

/** A factor: how much likelier than stated a change of key is held to be when text is to become final. */
export const CHANGE_CAUTION = 250

/** The same of a letter's being wrong in the opening of a stream. */
export const OPENING_CAUTION = 30

/** Units that wait for each letter of `maxDelay` at the most, so that text without letters is not held for ever. */
export const UNITS_A_LETTER = 8

/** Letters in a row with one key left before the net may look away. */
export const CALM = 16

/** Letters that a probe may take to make up its mind. */
export const LONGEST_PROBE = 20

/** Letters that may pass until a word begins for a probe to start at. */
export const LONGEST_WORD = 12

/** Odds from which a probe calls for full attention. */
export const ALARM = 1e4

/** Odds at which a probe is content, at the least: those of a commit of 1 would never be reached. */
export const CONTENT = 1e-6
