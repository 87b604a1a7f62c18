import type { CipherSymbol } from '../../keys/symbol.ts'
import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'

/** Whether a symbol is a letter, or any of the keys that are listed reads one. */
export const mayBeLetter = (
  { family: { alphabet }, readings }: Pick<SearchPlan, 'family' | 'readings'>,
  hypotheses: readonly Hypothesis[],
  symbol: CipherSymbol,
): boolean => {
  if (alphabet.indexOf(symbol.unit) !== -1) return true
  if (symbol.index === -1) return false
  for (let i = 0; i < hypotheses.length; i++) {
    if (alphabet.indexOf(readings.unitOf(hypotheses[i].trail.row, symbol)) !== -1) return true
  }
  return false
}
