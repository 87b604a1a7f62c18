/*
 * Constants of telling that no key explains a text. Chosen on Moby-Dick and on novels of other languages;
 * docs/decisions/0013 says how.
 */

/** Odds that no key explains a text, before anything of it is read. */
export const UNKNOWN_ODDS = 0.01

/** The same, when keys are tried anew on a text that none explained so far. */
export const TRIAL_ODDS = 1

/** Odds from which on it is told that no key explains a text. */
export const TOLD_ODDS = 100

/** Odds that no key explains a text from which on keys rest. */
export const REST_ODDS = 1e6

/** Odds that no key explains a text, or that some key does, at the most. */
export const MOST_ODDS = 1e9

/** The same, where they are to be compared with others: numbers hold a little more. */
export const UNBOUNDED = 1e280

/** Odds that no key explains a text below which they are not worth a thought. */
export const NEGLIGIBLE = 1e-6

/** A factor: how much a letter after a digit may speak against all keys; nets foretell badly after digits. */
export const AFTER_DIGIT = 2

/** Letters less signs, either way at the most, by which it is known whether a reading is text. */
export const MOST_BALANCE = 8

/**
 * At the end of a short text the odds of no key against the best one from which on none is told: so many for each letter beyond
 * these, between two bounds. Two letters are a word to some key in any case; from 12 letters on the best
 * key is told.
 */
export const GUESS = { letters: 12, letter: 3, free: 2.9, least: 0.1, most: 10 } as const

/** Symbols, both cases of a letter alike, among which those that come again are looked for. */
export const LATEST = 32

/** Symbols before one that come again for it to be an echo. */
export const ECHO = 2

/** A factor: how much an echo may speak for keys. */
export const OF_ECHO = 0.5

/** A factor: how much a letter speaks at the least against keys that read it as a sign, and most of the text so. */
export const OF_SIGNS = 2

/** Odds that no key explains a text, where nothing has been read, in those at which it is told: 1 from so many letters on. */
export const STRANGE = 10
export const SHORT = 24

/** Letters that even frequencies count for, where it is counted how often each has come. */
export const EVEN = 12

/** Letters after which counts are halved. */
export const MEMORY = 32

/** Parts of what is expected of letters in uneven shares: even ones, those of the language, those of the latest letters. */
export const PARTS = { even: 4, language: 2, recent: 1 } as const

/** Probability that letters of text that no key explains come as chance has them, before any of it is read. */
export const CHANCE = 0.5

/** Share in which it returns to that with each letter, since text changes. A ratio. */
export const RETURN = 0.01

/**
 * Probability that text which no key explains follows a rule, before any of it is read; that at which it does not, from then on; the
 * highest; that the rule is a number of letters, each; that a letter breaks it; and that the second is as the first.
 */
export const RULED = {
  prior: 0.02,
  least: 1e-9,
  most: 0.99,
  few: 0.015625,
  broken: 0.05,
  again: 0.1,
} as const

/** Different letters of a text that is made of a few, at the most. */
export const MOST_LETTERS = 6

/** Probability of a digit or a sign, next to one of a letter if all letters are alike likely. A ratio. */
export const SIGN = 0.36

/** Letters that keys rest after the first text that none of them explains. */
export const FIRST_REST = 64

/** Letters that they rest at the most. */
export const LONGEST_REST = 512

/** Letters between two looks at how evenly symbols come, once a rest is due, and half of those symbols at the most. */
export const LOOK = 32

/** The index of coincidence, at the least, of text that is worth a trial: that of languages is 0.06 and more, chance has 0.038. */
export const LEAST_COINCIDENCE = 0.05

/** Kinds of symbols that are counted for it: code units by their lowest five bits, which both cases of a letter share. */
export const SHAPES = 32

/** Letters more that may pass until a word begins. */
export const LONGEST_WORD = 12

/** Symbols of text that a model dreams up to tell the bits that a letter takes. */
export const DREAM = 128
