/*
 * Constants of keys that are too dear to be weighed beside all others. Chosen on Moby-Dick; docs/decisions/0019 says how.
 */

/** Odds that no listed key explains a text from which on dear keys are sought. */
export const WAKE_ODDS = 30

/** Probability of a letter in text that listed keys read neither well nor badly: 3 bits, where English takes 2.1. */
export const ORDINARY: number = 1 / 8

/** A factor that letters have cost more than that from which on a text is not read well; see `Strain`. */
export const STRAINED: number = 2 ** 28

/** Odds of another key, as long as that is so and dear keys have not been tried: enough for nothing to become final. */
export const HELD = 0.05

/** The same from which on dear keys are sought, whatever the odds: there are 2^88 substitutions. */
export const BADLY: number = 2 ** 88

/** Letters of a text before which they are not. */
export const WAKE_LETTERS = 8

/** UTF-16 units of a text that are kept for them at the most: all of it that the listed keys do not explain. */
export const MOST_BEGINNING = 512

/** Letters of a word, whose explained ones are kept for them too: a key begins with a word. Text without spaces has longer ones. */
export const MOST_WORD = 16

/** Odds that a text is none of a dear cipher, where the listed keys have begun to fail it. */
export const DEAR_ODDS = 1

/** Odds that a text is none of a dear cipher at which its best key is told; the same of keys that have no name yet. */
export const CLAIM_ODDS = 0.01

/** Letters of the alphabet that a text has shown before that: what has fewer, such as DNA, is no text of words. */
export const LEAST_SHOWN = 10

/** Letters for each digit at the least in a text that may be words under a cipher: records and codes have fewer. */
export const LETTERS_A_DIGIT = 8

/** Odds of text that nothing explains against a dear key, as a share of those against the listed ones, for it to be told. */
export const ADVANTAGE = 1e-3

/** The odds from which on it is told no more. */
export const RECANT_ODDS = 1

/**
 * Odds that a text is none of a dear cipher at which its search is given up. Partly filled keys read some texts worse than chance
 * has it before they read them: those of a substitution by a factor of 10^17 in one Polish text of 60, by more than 10^20 in another.
 */
export const HOPELESS_ODDS = 1e30

/** Odds, against the likeliest of all, at which keys are let go. */
export const LET_GO: number = 1e6

/** Letters that dear keys read of a text that they do not explain either, unless told otherwise; and at the most. */
export const TRIAL = 256
export const LONGEST_TRIAL = 4096

/** Letters for which they rest after that: twice as many each time, up to a limit. */
export const REST = { first: 1024, most: 32_768 } as const

/**
 * The index of coincidence from which on some letters of a text come more often than others, and a factor of the letters within
 * which that is to show. Of 3,000 texts of Moby-Dick 98.4 % do so within 40 to 80 letters, of random letters 4.9 %, of texts under
 * Vigenère keys of six letters 20 %; from 0.05 on it is 99.7, 10 and 31 %.
 */
export const UNEVEN = 0.053
export const WAITS = 2
