import { BEAM, KEPT, SCOUTED, SPARING } from './constants.ts'
import type { Problem } from './problem.ts'

/** Trouble taken to find the keys of a lane. */
export interface Trouble {
  /** Keys that are kept in the end. */
  readonly kept: number
  /** Partly filled keys that are kept from place to place, times letters. */
  readonly budget: number
  /** In text without spaces so many times as many whole keys are weighed with spaces put in as are kept. */
  readonly again: number
}

/** A search that stands beside others, and what little trouble it takes as long as it has no hope. */
export interface Sparing {
  /** Keys that are kept of a lane, and the budget of partly filled ones. */
  readonly kept: number
  readonly budget: number
  /** Letters for each place of a period, times 4, before the period is tried. */
  readonly place: number
  /** A factor: keys are sought again with so many times the letters of the search before. */
  readonly again: number
  /** Twelfths of a bit that the best key may be behind text without one for the search to take all trouble. */
  readonly hopeful: number
}

/** All trouble; what is done for every lane at first; and what a search does that stands beside others and finds nothing. */
export type HowMuch = 'all' | 'some' | 'little'

/** The trouble that is taken with a text. */
export const troubleOf = (
  { text }: Problem,
  howMuch: HowMuch,
  { kept, budget: little }: Sparing = SPARING,
): Trouble => {
  if (howMuch === 'little') return { kept, budget: little, again: BEAM.again }
  const budget = text.letters < BEAM.late ? BEAM.budget : BEAM.lateBudget
  return howMuch === 'all'
    ? { kept: KEPT, budget, again: BEAM.again }
    : { kept: KEPT, budget: budget / SCOUTED.narrower, again: SCOUTED.again }
}
