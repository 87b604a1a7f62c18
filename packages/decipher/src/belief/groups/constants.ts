/*
 * Constants of text in groups. Chosen on Moby-Dick, as prose and put into groups: docs/live-inference.md says how.
 */

/** Letters of a group at the most. */
export const LONGEST_GROUP = 8

/** Letters of a group, as telegrams have them: text that begins with such a one is taken for groups at once. */
export const TELEGRAM = 5

/** Units that are remembered, to be read anew without their separators. */
export const REMEMBERED = 64

/** Probability of a letter in text without spaces, by and large. */
export const ORDINARY = 0.16

/**
 * A factor: how much likelier two groups alike, or more, have to be in hope before they are read without separators, as
 * long as all of the text is remembered. Prose then takes 1.5 % more net steps over its first 100 letters.
 */
export const EARLY_HOPE: number = 2 ** 16

/** The same, later in the text, where words alike in a row are bound to come. Prose takes 1 % more net steps. */
export const LATE_HOPE: number = 2 ** 24

/** A factor: how much dearer each try makes the next one, so that text of equally short pieces is not read twice over. */
export const PRICE: number = 2 ** 4

/** The most that a try costs, as a factor: eight tries. */
export const MOST_PRICE: number = 2 ** 32

/** Odds that separators mean nothing, once groups come that may be such. */
export const GROUP_ODDS = 0.05

/** Odds that separators part words again, against text in groups, when a group has another length. */
export const WORD_ODDS = 1

/** Probability that the key is another one from where groups begin, late in the text. */
export const NEW_KEY = 0.01
