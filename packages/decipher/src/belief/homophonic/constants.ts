/*
 * Constants of the search for the key of a homophonic substitution. Chosen on Moby-Dick; docs/homophonic.md has what they
 * are worth. Costs are in twelfths of a bit.
 */

/** Different symbols of a text at the most; those that come first beyond them are read as themselves. */
export const MOST_SYMBOLS = 128

/** Letters from the start of the text that the key is found by, and symbols of it, spaces among them, at the most. */
export const WINDOW = 1024
export const MOST_LENGTH: number = 2 * WINDOW

/**
 * A way from hot to cold: moves that are tried, and inverse temperatures, where 1 is that of the probabilities themselves,
 * for a text in which each symbol occurs once. The more often they occur, the hotter: a move then changes more of it.
 */
export interface Cooling {
  /** As a share of those of a run at the end of a text. */
  readonly moves: number
  readonly first: number
  readonly last: number
}

/** Temperatures on the way: equally many moves are tried at each. */
export const STEPS = 60

/** A run from a random key while text arrives, one at the end of it, and one that mends the key that is there. */
export const COOLINGS: { readonly [run in 'live' | 'end' | 'mend']: Cooling } = {
  live: { moves: 0.5, first: 1.25, last: 1.9 },
  end: { moves: 1, first: 1.25, last: 1.9 },
  mend: { moves: 0.01, first: 2.5, last: 5 },
}

/** Moves that a run at the end of a text tries, unless told otherwise, and the fewest and the most of them. */
export const MOVES = { usual: 1_200_000, least: 1000, most: 100_000_000 } as const

/** Runs at the end of a text at the most, unless told otherwise: none follows one that finds a key which explains it. */
export const END_RUNS = 6

/** Moves that are tried in the time of a step of a small net, by and large. */
export const MOVES_A_STEP = 17

/** Moves that are tried in one go: some 3 ms of them at the most. */
export const PORTION = 512

/** Times that a symbol occurs up to which a move takes no longer than that. */
export const OFTEN = 8

/** Letters from which on a key is sought while text arrives, and by how much the text grows from one search to the next. */
export const FIRST_LOOK = 128
export const GROWTH = 1.25

/** Letters from one mending to the next, once there is a key that explains the text. */
export const MEND_EVERY = 8

/** Cost of a letter of the key: each of 26. */
export const KEY_COST = 56

/** Odds, in units, against a homophonic substitution that a text has to make up for. */
export const AGAINST = 120

/** Letters that moves propose: each about as often as it comes in English. */
export const PROPOSED = 'aaaabccdddeeeeeefghhhiiijkllmnnnoooopqrrrsssttttuvwwxyz'

/** Odds that a symbol is read wrong which has just come to be read so, in units, and letters of the text that take one away. */
export const FRESH_ODDS = 12
export const LETTERS_A_UNIT = 2
