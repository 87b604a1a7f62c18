/*
 * Constants of finding the keys of Hill and Playfair. Chosen on Moby-Dick; docs/blocks.md says how. Costs are in twelfths of
 * a bit.
 */

/** Letters that keys are weighed by, from the beginning of a text: its rest is read by the key that they give. */
export const WINDOW = { hill: 256, playfair: 240 } as const

/** Letters from which on a key is sought: fewer do not tell it. */
export const FEWEST = { hill: 12, playfair: 80 } as const

/** Rows of a matrix of 2 by 2 that go on, by the letters that they read alone; and letters that pairs of them are told by. */
export const ROWS = { kept: 160, letters: 96 } as const

/** Keys that are weighed by all that is known of the language. */
export const WEIGHED = 12

/** Costs of a key: of the 157,248 matrices of 2 by 2, and of 25!/25 squares. */
export const KEY_COST = { hill: 207, playfair: 949 } as const

/** Costs of text as it stands, and of letters that no key explains, for a cipher that was named. */
export const PRIORS = { plain: 36, unknown: 0 } as const

/**
 * Annealing of a square. `runs` begin anew, each of `letters` letters read at the most. The heats at the begin and the end of a run
 * are taken in turn, for each letter of the text: names and rare words fall into place at a lower one. Then `mending` squares near
 * the best are tried.
 */
export const ANNEALING = {
  seed: 20,
  runs: 10,
  letters: 150_000_000,
  heats: [
    { hot: 0.024, cold: 0.018 },
    { hot: 0.019, cold: 0.014 },
  ],
  mending: 20_000,
} as const

/** Parts of a run after which the best square is asked whether it explains the text; and the margin by which it then does. */
export const ASKED = { parts: 10, margin: 240 } as const

/** Rounds of moves of two and three letters of the square that was found, by all that is known of the language. */
export const POLISHING = 4

/** Squares beside the best that are weighed: so many, within so many twelfths of a bit. */
export const RIVALS = { most: 60, margin: 240 } as const
