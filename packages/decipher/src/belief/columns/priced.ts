import { type Candidate, isRepetition } from './candidate.ts'
import type { ColumnPlan } from './column-plan.ts'
import { UNFOUND } from './constants.ts'
import type { Problem } from './problem.ts'
import type { Solved } from './solve.ts'
import { openPlaces, readsKnown } from './values-at.ts'

/** A key of a lane. */
type LaneKey = Pick<Candidate, 'lane' | 'key'>

/** Keys that are no shorter ones and read what is known, with the cost of each key. */
export const priced = (plan: ColumnPlan, problem: Problem, keys: readonly Solved[]): Solved[] =>
  keys
    .filter((one) => !isRepetition(one.key) && isAllowed(plan, problem, one))
    .map((one) => ({ ...one, cost: one.cost + priorOf(plan, problem, one) }))

/** Cost of a key before anything is read by it: of places that are known none. */
export const priorOf = (plan: ColumnPlan, problem: Problem, { lane, key }: LaneKey): number => {
  const { priors, words, alphabet } = plan
  if (alphabet.family.growing?.named(key)) {
    return UNFOUND.prior + priors.growing + (lane.over ? priors.everywhere : 0)
  }
  const places = openPlaces(problem, lane)
  const drawn = places * priors.value + (words?.other ?? 0)
  const alike = words ? Math.round((words.likeness(key) * places) / key.length) : drawn
  const own = words?.has(key) ? words.cost : Math.min(drawn, alike) + priors.lane
  return UNFOUND.prior + own + (lane.over ? priors.everywhere : 0)
}

/** Whether a key reads what is known. */
export const isAllowed = ({ known }: ColumnPlan, problem: Problem, { lane, key }: LaneKey): boolean =>
  known.size === 0 || readsKnown(problem, lane, (at) => key[lane.places[at]])

/** Takes a symbol that is known, and comes last, into the cost of each key. */
export const learn = (plan: ColumnPlan, problem: Problem, candidates: readonly Candidate[]): void => {
  const { known, text } = problem
  const at = text.symbols - 1
  const id = known[at]
  if (id === 0) return
  for (const candidate of candidates) {
    const after = priorOf(plan, problem, candidate)
    known[at] = 0
    candidate.cost += after - priorOf(plan, problem, candidate)
    known[at] = id
  }
}
