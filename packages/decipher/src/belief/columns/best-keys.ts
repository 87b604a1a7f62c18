import type { ColumnPlan } from './column-plan.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'
import { type Solved, solve } from './solve.ts'
import { type HowMuch, troubleOf } from './trouble.ts'
import { tryKeys } from './try-keys.ts'

/**
 * The best keys of a lane, and the best of those that are listed and are none of them: keys that grow by a step and, unless
 * little trouble is taken, words.
 */
export const bestKeys = (
  { words, alphabet }: ColumnPlan,
  problem: Problem,
  lane: Lane,
  howMuch: HowMuch,
): Solved[] => {
  const trouble = troubleOf(problem, howMuch)
  const found = lane.isListed ? [] : solve(problem, lane, trouble)
  const names = new Set(found.map(({ key }) => key.join()))
  for (const list of [howMuch === 'little' ? undefined : words, alphabet.family.growing]) {
    if (!list) continue
    const tried = tryKeys(problem, lane, list.ofPeriod(lane.period), trouble.kept)
    found.push(...tried.filter(({ key }) => names.size < names.add(key.join()).size))
  }
  return found
}
