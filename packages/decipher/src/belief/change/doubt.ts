import type { Foretold } from '../hypothesis/foretell.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { AT_PARTS, MOST_DOUBT } from './constants.ts'

/**
 * The odds of a change to a key under which any letter is as likely as another, after one more letter: the statistic of
 * Shiryaev (1963) and Roberts (1966), times the rate of change: that of any letter, or of one that begins a part.
 */
export const doubtAfter = (
  { changeRate, chance }: Pick<SearchPlan, 'changeRate' | 'chance'>,
  doubt: number,
  { sharp }: Pick<Foretold, 'sharp'>,
  beginsPart = false,
): number => {
  const rate = changeRate * (beginsPart ? AT_PARTS : 1)
  return Math.min(MOST_DOUBT, ((doubt + rate) * chance) / sharp)
}
