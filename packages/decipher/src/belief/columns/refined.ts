import { eachInSteps, type InSteps } from '../../in-steps.ts'
import { type Candidate, isRepetition, lightest, nameOf } from './candidate.ts'
import { FAR_BEHIND, REFINE } from './constants.ts'
import type { Lane } from './lane.ts'
import { bestPairs, nearKeys } from './near-keys.ts'
import type { PeriodKey, Problem } from './problem.ts'

/** The best keys, one a lane, with other values, one place at a time and two: those that come near, and are none of them. */
export function* refined(
  problem: Problem,
  candidates: readonly Candidate[],
  weigh: (lane: Lane, key: PeriodKey) => Candidate,
): InSteps<Candidate[]> {
  const found: Candidate[] = []
  const tried = new Set<Lane>()
  const known = new Set(candidates.map(nameOf))
  const isNew = (one: Pick<Candidate, 'lane' | 'key'>): boolean => known.size < known.add(nameOf(one)).size
  while (tried.size < REFINE.keys) {
    const best = lightest([...candidates, ...found].filter(({ lane }) => !lane.isListed && !tried.has(lane)))
    if (!best) break
    tried.add(best.lane)
    let lead: Candidate | undefined = best
    for (let round = 0; lead && round < REFINE.rounds; round++) {
      const others = yield* nearKeys(problem, best.lane, lead.key)
      others.push(...(yield* bestPairs(problem, best.lane, lead.key)))
      const untried = others.filter((key) => isNew({ lane: best.lane, key }) && !isRepetition(key))
      const weighed: Candidate[] = yield* eachInSteps(untried, (key) => weigh(best.lane, key))
      const near = weighed.filter((one) => one.cost <= best.cost + FAR_BEHIND)
      found.push(...near)
      const better = lightest(near)
      lead = better && better.cost < lead.cost ? better : undefined
    }
  }
  return found
}
