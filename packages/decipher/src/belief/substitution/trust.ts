import {
  FIRST_HELD,
  FRESH_ODDS,
  MOST_LACKING,
  ORDINARY,
  UNITS_A_BIT,
  UNITS_A_HELD_LETTER,
  UNITS_OF_HOLDING,
} from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'

/** Letters more for which a text that is dearer than text of the language has to be read alike. */
export const lackingIn = ({
  keys,
  letters,
}: {
  readonly keys: PartialKeys
  readonly letters: number
}): number =>
  Math.min(MOST_LACKING, Math.floor(Math.max(0, keys.least - ORDINARY * letters) / UNITS_A_HELD_LETTER))

/** For how many letters a slot has been read alike, and half of the text; and for how many more it has to be. */
export interface Holding {
  readonly held: number
  readonly typical: number
  readonly lacking: number
}

/**
 * Probability that the true letter of a slot is among those that the search has found. The keys that it keeps know
 * nothing of those it has missed: what tells is for how long a slot has been read alike, and the rest of the text, and
 * whether the text as it is read is as cheap as text of the language.
 */
export const trustIn = ({ held, typical, lacking }: Holding, weights: Float64Array): number => {
  const both = held + Math.floor(Math.max(0, typical - held) / 4)
  const units = FRESH_ODDS * UNITS_A_BIT + UNITS_OF_HOLDING * Math.max(0, both - lacking - FIRST_HELD)
  return 1 / (1 + weights[Math.min(units, weights.length - 1)])
}

/**
 * A share in the weight of all keys as a probability: the doubt that is left of it counts to the power of 7/8, for counts
 * and net are surer than they are right. By square roots alone, the same in every runtime.
 */
export const tempered = (share: number): number => {
  const doubt = Math.max(0, 1 - share)
  return doubt === 0 ? 1 : 1 - doubt / Math.sqrt(Math.sqrt(Math.sqrt(doubt)))
}
