import type { ColumnPlan } from './column-plan.ts'
import { KEPT, SPARING } from './constants.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'
import { type Solved, solve } from './solve.ts'
import { tryKeys } from './try-keys.ts'

/**
 * The best keys of a lane, and the best of those that are listed and are none of them: keys that grow by a step and, where
 * all trouble is taken, words.
 */
export const bestKeys = (
  { words, alphabet }: ColumnPlan,
  problem: Problem,
  lane: Lane,
  trouble: 'all' | 'little',
): Solved[] => {
  const isAll = trouble === 'all'
  const most = isAll ? KEPT : SPARING.kept
  const found = lane.isListed ? [] : solve(problem, lane, most, isAll ? undefined : SPARING.budget)
  const names = new Set(found.map(({ key }) => key.join()))
  for (const list of [isAll ? words : undefined, alphabet.family.growing]) {
    if (!list) continue
    const tried = tryKeys(problem, lane, list.ofPeriod(lane.period), most)
    found.push(...tried.filter(({ key }) => names.size < names.add(key.join()).size))
  }
  return found
}
