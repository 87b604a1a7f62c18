import { UNITS_A_BIT } from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'

/** The probability of a text, the keys taken together: a sum of weights, and the units that it is to be scaled by. */
export interface Evidence {
  readonly sum: number
  readonly units: number
}

/** Bits beyond which a ratio is cut. */
const MOST = 60

/** Probability of any one way to fill so many slots. */
const priorOf = ({ slots, letters }: PartialKeys): number => {
  let prior = 1
  for (let slot = 0; slot < slots; slot++) prior /= letters - slot
  return prior
}

/** The evidence of partial keys; `given` is the cost of symbols that are not weighed. */
export const evidenceOf = (keys: PartialKeys, weights: Float64Array, given: number): Evidence => {
  let sum = 0
  for (let key = 0; key < keys.count; key++) sum += weights[keys.costOf(key)]
  return { sum: sum * priorOf(keys), units: keys.least - given }
}

/** The ratio of two evidences. */
export const ratioOf = (after: Evidence, before: Evidence, weights: Float64Array): number => {
  const units = after.units - before.units
  const scale = weights[Math.min(Math.abs(units), MOST * UNITS_A_BIT)]
  return (after.sum / before.sum) * (units < 0 ? 1 / scale : scale)
}
