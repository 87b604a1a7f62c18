import {
  FIRST_HELD,
  FRESH_ODDS,
  MOST_LACKING,
  ORDINARY,
  UNITS_A_BIT,
  UNITS_A_HELD_LETTER,
  UNITS_OF_HOLDING,
} from './constants.ts'
import type { HeldLetters } from './held-letters.ts'
import type { PartialKeys } from './partial-keys.ts'

/** The parts of a search that say how far it may be trusted. */
interface Searched {
  readonly held: HeldLetters
  readonly keys: PartialKeys
  readonly letters: number
}

/** Letters more for which a text that is dearer than text of the language has to be read alike. */
export const lackingIn = ({ keys, letters }: Searched): number =>
  Math.min(MOST_LACKING, Math.floor(Math.max(0, keys.least - ORDINARY * letters) / UNITS_A_HELD_LETTER))

/**
 * Probability that the true letter of a slot is among those that the search has found. The keys that it keeps know
 * nothing of those it has missed: what tells is for how long a slot has been read alike, and whether the text as it is read
 * is as cheap as text of the language.
 */
export const trustIn = (search: Searched, slot: number, weights: Float64Array): number => {
  const held = Math.max(0, search.held.of(slot) - lackingIn(search) - FIRST_HELD)
  const units = FRESH_ODDS * UNITS_A_BIT + UNITS_OF_HOLDING * held
  return 1 / (1 + weights[Math.min(units, weights.length - 1)])
}
