import { eachInSteps, type InSteps } from '../../in-steps.ts'
import { bestPairs } from './best-pairs.ts'
import { type Candidate, isRepetition, lightest, nameOf, variantsOf } from './candidate.ts'
import { FAR_BEHIND, REFINE } from './constants.ts'
import type { Lane } from './lane.ts'
import type { PeriodKey, Problem } from './problem.ts'
import { valuesAt } from './values-at.ts'

/** The best keys, one a lane, with other values, one place at a time and two: those that come near, and are none of them. */
export function* refined(
  problem: Problem,
  candidates: readonly Candidate[],
  candidateOf: (lane: Lane, key: PeriodKey) => Candidate,
): InSteps<Candidate[]> {
  const found: Candidate[] = []
  const tried = new Set<Lane>()
  const known = new Set(candidates.map(nameOf))
  const isNew = (one: Candidate): boolean => known.size < known.add(nameOf(one)).size
  while (tried.size < REFINE.keys) {
    const best = lightest([...candidates, ...found].filter(({ lane }) => !tried.has(lane)))
    if (!best) break
    tried.add(best.lane)
    let lead: Candidate | undefined = best
    for (let round = 0; lead && round < REFINE.rounds; round++) {
      const variants = variantsOf(lead.key, (place) => valuesAt(problem, best.lane, place))
      yield
      const pairs: PeriodKey[] = yield* bestPairs(problem, best.lane, lead.key)
      const weighed: Candidate[] = yield* eachInSteps([...variants, ...pairs], (key) =>
        candidateOf(best.lane, key),
      )
      const near = weighed.filter(
        (one) => one.cost <= best.cost + FAR_BEHIND && isNew(one) && !isRepetition(one.key),
      )
      found.push(...near)
      const better = lightest(near)
      lead = better && better.cost < lead.cost ? better : undefined
    }
  }
  return found
}
