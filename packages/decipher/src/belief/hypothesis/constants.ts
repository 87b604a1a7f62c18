/*
 * Constants of keeping hypotheses. Chosen on Moby-Dick; docs/live-inference.md has what dropping keys costs.
 */

/** Least probability that any symbol counts for, whatever a model says: keeps products and quotients finite. */
export const LEAST = 1e-12

/** Hypotheses kept at most, of a key that is filled while the text arrives; keys that are listed are all kept. */
export const WIDTH = 256

/** Probability that some letters of a text are wrong, before anything of it is read. */
export const NOISY = 3e-3

/** The same, at the least, whatever was read, so that noise can begin. */
export const LEAST_NOISY = 2e-3

/** Probability that a text is of another language, before anything of it is read. */
export const FOREIGN = 1e-3

/** The same, at the least: languages seldom change. */
export const LEAST_FOREIGN = 1e-6

/**
 * Shares of the letters a to z in languages of Europe, in ten-thousandths: the mean of the twelve beside English in
 * docs/corpus.md that are written in Latin script, in the text that their counts were trained on, diacritics left out.
 */
export const KIN_SHARES: readonly number[] = [
  1141, 146, 298, 427, 1274, 97, 202, 191, 736, 118, 184, 496, 335, 694, 701, 225, 35, 590, 631, 589, 353,
  208, 48, 7, 95, 176,
]

/** Symbols of a text that a model dreams up to tell the shares of letters in its own language. */
export const KIN_SYMBOLS = 256

/** A factor: times that a letter may be as common there, at the most. */
export const MOST_KIN = 20

/** Probability that a text is just as the model foretells, at the least, so that noise can end. */
export const LEAST_SHARP = 5e-4
/** Signs of printable ASCII that alphabets seldom list. */
export const SIGNS = '!"#$%&()*+,-./:;<=>?@[\\]^`{|}~'

/**
 * Shares of each of `SIGNS` among all of them, in thousandths, by `npm run evaluate -- signs`: the mean of
 * the text that `english` was trained on, of this repository's own sources and of all alike, since text may be of any kind.
 */
export const SIGN_SHARES: readonly number[] = [
  27, 34, 13, 14, 13, 12, 57, 57, 22, 15, 160, 41, 186, 28, 37, 28, 13, 30, 19, 16, 13, 19, 12, 19, 11, 19,
  27, 18, 27, 11,
]

/** Underscores for each space, by the same table. */
export const UNDERSCORES = 0.003

/** A probability below that of the rarest character, given its token. */
export const LEAST_SHARE_OF_TOKEN = 0.002

/**
 * A factor: probability of a digit after letters under a key that moves these and leaves digits as they are, next to plain
 * text; and digits for each letter for which it holds. Chosen on moves and coordinates other than those of
 * docs/open-world.md.
 */
export const DIGIT_BESIDE = 0.4
export const DIGITS_A_LETTER = 8

/**
 * Digits of words count too where they come to two for each three letters of late: a score, below 0 at first, rises with
 * each digit and falls with each letter, up to a bound, and is above 0 then.
 */
export const FIRST_SCORE: number = -8
export const DIGIT_SCORE = 3
export const LETTER_SCORE = 2
export const MOST_SCORE = 32

/** Weight below which a hypothesis is blurred by the usual sums: to add them up takes longer than all else. */
export const LIGHT = 1e-3

/** Sums of a row raised to 1/2, and to 3/8 as kin has it, by and large. */
export const USUAL = { noisy: 2.8, foreign: 4.3 } as const

/** A factor: probability that digits alone stand for letters, next to a number. */
export const NO_NUMBER = 1e-3
