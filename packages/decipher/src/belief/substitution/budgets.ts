/*
 * Steps of the search for a substitution. Chosen on Moby-Dick; docs/substitution.md has what they cost.
 */

/** Steps that a search may spend on a letter. */
export interface Budget {
  /** Rounds of tempering, and swaps that each replica tries in a round. */
  readonly rounds: number
  readonly swaps: number
  /** Letters from one beam that begins at another place to the next, and the last letter for one. */
  readonly turnEvery: number
  readonly lastTurn: number
  /** Letters from one annealing from a random key to the next, and swaps that it tries. */
  readonly annealEvery: number
  readonly annealed: number
  /** The same of a search that is wider than usual. */
  readonly wideAnnealed: number
}

/** Budgets of text with spaces, and without, where the search is harder. */
export const BUDGETS: { readonly [layout in 'words' | 'letters']: Budget } = {
  words: {
    rounds: 4,
    swaps: 50,
    turnEvery: 10,
    lastTurn: 100,
    annealEvery: 10,
    annealed: 30_000,
    wideAnnealed: 30_000,
  },
  letters: {
    rounds: 4,
    swaps: 100,
    turnEvery: 5,
    lastTurn: 200,
    annealEvery: 10,
    annealed: 60_000,
    wideAnnealed: 180_000,
  },
}
