import { FIRST_HELD, MOST_LACKING, ORDINARY, UNITS_A_BIT, UNITS_A_HELD_LETTER } from './constants.ts'
import type { SubstitutionSearch } from './search.ts'

/**
 * Probability that the true letter of a slot is among those that the search has found. The keys that it keeps know
 * nothing of those it has missed: what tells is for how long a slot has been read alike, and whether the text as it is read
 * is as cheap as text of the language.
 */
export const trustIn = (
  { held, keys, letters }: SubstitutionSearch,
  slot: number,
  weights: Float64Array,
): number => {
  const beyond = Math.max(0, keys.least - ORDINARY * letters)
  const lacking = Math.min(MOST_LACKING, Math.floor(beyond / UNITS_A_HELD_LETTER))
  const sure = FIRST_HELD + held.of(slot) - lacking
  return sure <= 0 ? 1 / 2 : 1 / (1 + weights[Math.min(sure * UNITS_A_BIT, weights.length - 1)])
}
