/*
 * Constants of the search for a change of key. Chosen on Moby-Dick; docs/decisions/0005 says why.
 */

/** Units that are looked back upon. */
export const LOOK_BACK = 12

/**
 * Probability of a letter that neither speaks for another key nor against it: letters under a wrong key are far
 * less likely, all but a few under the right one far likelier.
 */
export const NEUTRAL = 0.15

/** The same, for the question whether other keys are worth a look at all: asked at every letter, so a little stricter. */
export const ORDINARY = 0.1

/** The most that letters may surprise: in text that no key explains the factor would come to more than a number holds. */
export const MOST_SURPRISE: number = Number.MAX_VALUE

/** A change of key that may weigh this much, in proportion to the best hypothesis, becomes one of its own. */
export const BRANCH = 3e-2

/** Probability of a change of key in the opening, against later ones: there a rare word explains more. A ratio. */
export const EARLY = 0.02

/** Share of all that is held possible that keys have to have for a change of key to be searched for. */
export const CREDIBLE = 0.1

/**
 * Letters that pay for one search for another key. Text that no key explains surprises at every letter: once a few
 * searches in a row have found nothing, one in so many letters is enough.
 */
export const PRICE = 4

/** Letters that a stream is credited with for searches at its start. */
export const FIRST_CREDIT = 8

/** Letters that are saved up for searches at most. */
export const MOST_CREDIT = 256

/** Probability of a letter under the right key, at most, for the most part: a key that cannot reach it is left. */
export const HOPE = 0.5

/**
 * A factor: how much likelier a letter may be, for the most part, than after the same letter at the beginning of a
 * word. Spares nine in ten of the net steps that lead nowhere.
 */
export const SLACK = 30

/**
 * Share of the weight asked of a change of key that it has to have by a model that takes little trouble, before it is
 * weighed with all: counts alone are not as sure.
 */
export const LENIENT = 0.1

/** Changes of key that text still waiting can have seen: bounds the size of a snapshot. */
export const MOST_CHANGES = 8

/** Symbols at the start of a stream that are its opening. */
export const OPENING = 24

/** Odds of a change of key before a probe has read a letter: two to one, so that none is overlooked. */
export const CAUTION = 2

/** Least probability that a probe divides by: the smallest number above 0 that float32 holds. */
export const SMALLEST: number = 2 ** -149

/** Odds of a change of key to one not yet known, at the most: so that text that makes sense again is soon believed. */
export const MOST_DOUBT = 1e12

/** A factor: probability of a change of key where a word begins, next to one at any letter. */
export const AT_WORDS = 10

/** The same after a blank line, a colon, or a bracket that opens: hints stand in brackets, and headings alone. */
export const AT_PARTS = 1000

/** The same, inside a word. */
export const INSIDE_WORDS = 2
