/*
 * Constants of finding keys that repeat. Chosen on Moby-Dick; docs/periodic.md says how.
 */

/** Periods that are tried, from 1: of letters, and of bytes. */
export const MOST_PERIOD = { letters: 20, bytes: 40 } as const

/** Parts of a bit that costs are counted in. */
export const PARTS = 12

/** Cost of a symbol at the most, in twelfths of a bit: so that no rare name kills a key. */
export const MOST_COST = 120

/** Letters read after which keys are sought anew. */
export const SOLVES: readonly number[] = [8, 10, 12, 15, 20, 25, 30, 35, 40, 50, 60, 75, 85, 100, 150, 200]

/**
 * Partly filled keys that are kept from place to place, times letters: a budget, and another from so many letters on,
 * when most periods have been given up; of bytes for so many values of a place, and fewer keys where more are tried; and
 * keys at the most. Of text without spaces so many times as many whole keys are weighed with spaces put in as are kept.
 */
export const BEAM = { budget: 4500, late: 40, lateBudget: 12_000, bytes: 26, most: 512, again: 20 } as const

/**
 * Every lane is tried with so many times less of the budget at first, and fewer whole keys weighed with spaces put in; so many of the
 * best with all of it, unless they are so many twelfths of a bit behind. docs/decisions/0052 says how they were chosen.
 */
export const SCOUTED = { narrower: 6, again: 5, lanes: 5, behind: 96 } as const

/**
 * Best lanes whose keys are sought by beams from so many other places too, with so many times less of the budget, where the period has that
 * many or more and there are not so many letters for each of its places yet; and lanes of text without spaces that are scouted from the
 * middle too. docs/decisions/0071 says how they were chosen.
 */
export const TURNED = {
  lanes: 3,
  starts: 3,
  narrower: 1.5,
  period: 6,
  place: 4,
  scouted: { lanes: 10, behind: 150 },
} as const

/**
 * A search that stands beside others, and finds nothing, goes a cheap way: letters for each place of a period, times 4; the
 * budget of partly filled keys; how many times the letters before it are sought again; and twelfths of a bit that the best
 * key may be behind text without one for the search to take all trouble. Chosen on Moby-Dick; docs/decisions/0034 says how.
 */
export const SPARING = { place: 8, budget: 600, kept: 4, again: 1.25, hopeful: 84 } as const

/** The same beside a key that was found and reads the text badly of late: where another has come, it is to be found soon. */
export const SUCCEEDING = { place: 5, budget: 1500, kept: 8, again: 1, hopeful: 120 } as const

/** Keys that are kept of a period. */
export const KEPT = 24

/** Keys that are kept of all periods, of letters and of bytes: a snapshot holds them. */
export const MOST_KEPT = { letters: 640, bytes: 384 } as const

/** Letters for each place of a period, times 4, before the period is tried. */
export const LETTERS_A_PLACE = 5

/** Twelfths of a bit that a period may be behind, by the letters read: with fewer letters than the first, any number. */
export const PATIENCE: readonly { readonly letters: number; readonly cost: number }[] = [
  { letters: 25, cost: 480 },
  { letters: 60, cost: 400 },
]

/** Letters for each place of a period before it is given up. */
export const PATIENT = { place: 3 } as const

/** A key so far behind the best is let go between two searches, in twelfths of a bit. */
export const FAR_BEHIND = 480

/**
 * Cost of another symbol than a letter, and of a byte, where no key has been found yet, in twelfths of a bit; of bytes as
 * often as they have been so far, which each have been there `start` times before the text begins.
 */
export const UNFOUND = { other: 30, byte: 96, prior: 12, counted: { prior: 12, start: 0.125 } } as const

/**
 * Shares of bytes among those that a language reads alike: capitals, at the beginning of a word and anywhere, spaces and line ends;
 * the share of prose in what signs are expected by; and the cost of one that text seldom has, in twelfths of a bit.
 */
export const BYTES = {
  first: 0.1,
  upper: 0.03,
  gaps: [
    [' ', 0.96],
    ['\n', 0.03],
    ['\r', 0.005],
    ['\t', 0.004],
    ['_', 0.001],
  ],
  prose: 0.7,
  most: 168,
} as const

/** Shares of each of `SIGNS` among all of them in prose, in thousandths: of the text that `english` was trained on. */
export const PROSE_SHARES: readonly number[] = [
  8, 55, 0, 3, 1, 0, 33, 34, 0, 0, 317, 64, 402, 6, 20, 44, 0, 0, 0, 10, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0,
]

/** A value of a key of bytes is tried if the bytes that it reads in its place are not so many twelfths of a bit behind. */
export const LIKELY_BYTES = 300

/** A key is weighed by all that is known when it is not so many twelfths of a bit behind, by four symbols in a row. */
export const HOPEFUL = 360

/** A key that was found before is kept beside those that are found now when it is not so many twelfths of a bit behind. */
export const CARRIED = 120

/** Keys that are weighed so at the most: those that cost least. */
export const WEIGHED = 160

/** One that differs from a best key in a single value is weighed so when it is not so many twelfths of a bit behind that. */
export const NEARBY = 180

/** Letters from which on the best keys are tried with other values, one place at a time; how many of them, how often. */
export const REFINE = { letters: 12, keys: 2, rounds: 4 } as const

/** Twelfths of a bit that a key may be behind text without one, and still be told. */
export const TOLD = 156

/** Letters, and letters a place, at which one key may be certain; the share of all others together at the most. */
export const CERTAIN = { letters: 25, place: 4, rest: 1e-9 } as const

/** Letters, and letters a place of the best key, for which a letter has to be surer than later, to be final. */
export const OPENING = { letters: 40, place: 5 } as const

/**
 * The best key of few letters a place may be one that comes near the true key, which the search has missed: letters for each
 * place before that is ruled out, and before any letter is final; the twelfths of a bit that a miss is worth by then, and those
 * that it loses with each letter a place less; and its probability at the most.
 */
export const MISSED = { place: 4, cost: 110, lost: 36, most: 0.5 } as const

/**
 * Twelfths of a bit that speak against none of the found keys being right, beside what the text costs without a key, for each
 * symbol that is no letter.
 */
export const NONE_OF_THEM = { other: 14 } as const

/**
 * Where none of them is right, they read some letters rightly all the same: those that keys agree on which are so many twelfths of
 * a bit behind the best at the most, and the more of them the more letters there are for each place: the probability of
 * what all of them read, without any, more of it with each letter a place, and at the most.
 */
export const NEAR = { cost: 36, right: -0.25, more: 0.25, most: 0.95 } as const

/** Share of keys whose values grow by a step among all of a cipher. */
export const GROWING: number = 1 / 64

/** Share of the words of a list among all keys, where one is given. */
export const WORDS = 0.8

/**
 * Share of keys that are like those words and none of them, such as other forms of them; and of how many letters, seen after
 * two others, as much is held as of one context less.
 */
export const LIKENESS = { share: 0.1, lean: 3 } as const

/** Cost of a key that every character moves on, against one that letters alone move, in twelfths of a bit. */
export const EVERYWHERE = 36

/** Ways to put spaces into text that has none, that are kept; and the weight of one, beside those that weigh more, at the least. */
export const WAYS = 4
export const LEAST_WAY = 1e-3

/**
 * Letters under the primer of a ciphertext autokey, which only what follows them tells, are right so many times as often as the keys
 * that are kept say: they are few of all that read on as well.
 */
export const GUESSED = 0.4

/** Weight below which a key has no say in what a letter stands for. */
export const LEAST_SAY = 1e-7

/**
 * Costs of symbols under partly filled keys that take as long as a small net's step, and symbols read by whole ones: of text
 * with spaces, and of text whose spaces were left out.
 */
export const CELLS_A_STEP = 1000
export const READ_A_STEP = 70
export const UNSPACED_A_STEP = 4
