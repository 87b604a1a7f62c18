import type { CipherSymbol } from '../../keys/symbol.ts'
import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import type { Latest } from './latest.ts'

/** Takes a symbol in. @returns whether it has come so often, or so many that are letters to no key, that it says nothing */
export const saysNothing = (
  { family: { alphabet }, readings }: Pick<SearchPlan, 'family' | 'readings'>,
  hypotheses: readonly Hypothesis[],
  { repeats }: Latest,
  symbol: CipherSymbol,
): boolean => {
  const isLetter = (unit: number) => alphabet.indexOf(unit) !== -1
  const isRead = ({ trail }: Hypothesis) => isLetter(readings.unitOf(trail.row, symbol))
  // One that no key reads otherwise need not be asked for of each.
  const { unit, index } = symbol
  return repeats.take(unit, isLetter(unit) || (index !== -1 && hypotheses.some(isRead)))
}
