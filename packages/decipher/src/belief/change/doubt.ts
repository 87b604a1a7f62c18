import type { Foretold } from '../hypothesis/foretell.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { MOST_DOUBT } from './constants.ts'

/**
 * The odds of a change to a key under which any letter is as likely as another, after one more letter: the statistic of
 * Shiryaev (1963) and Roberts (1966), times the rate of change.
 *
 * @param place how much likelier the key changes with this letter than with any: the first one of a word says little against
 * another key, and waits for the next ones
 */
export const doubtAfter = (
  { changeRate, chance }: Pick<SearchPlan, 'changeRate' | 'chance'>,
  doubt: number,
  { sharp }: Pick<Foretold, 'sharp'>,
  place: number,
): number => Math.min(MOST_DOUBT, ((doubt + changeRate * place) * chance) / sharp)
