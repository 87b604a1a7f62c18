import type { CipherSymbol } from '../../keys/symbol.ts'
import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { rowAt } from '../hypothesis/trail.ts'

/** The weight of all hypotheses that read a symbol as `unit`. */
export const agreement = (
  { readings }: SearchPlan,
  hypotheses: readonly Hypothesis[],
  unit: number,
  symbol: CipherSymbol,
): number => {
  let agreeing = 0
  for (const { trail, weight } of hypotheses) {
    if (readings.unitOf(rowAt(trail, symbol.position), symbol) === unit) agreeing += weight
  }
  return agreeing
}
