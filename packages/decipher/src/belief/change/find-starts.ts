import type { SearchPlan } from '../hypothesis/plan.ts'
import type { Starts } from '../hypothesis/starts.ts'
import { HOPE, NEUTRAL, SLACK } from './constants.ts'
import { rateAt, type Step } from './step.ts'

/**
 * Finds from where a change to each listed key is most probable, by what the best hypothesis expected at each step. No
 * net step is made.
 *
 * @returns arrays that are written anew by the next call
 */
export const findStarts = (plan: SearchPlan, steps: readonly Step[]): Starts => {
  const { rows, priors, from, neutral, hoped, since } = plan.changes
  neutral.fill(0)
  since.fill(1)
  let explained = 1
  for (let at = steps.length - 1; at >= 0; at--) {
    const { expected, index, probability, trail, weight: held } = steps[at]
    if (index !== -1) {
      const { ids, shares } = plan.readings.columnOf(steps[at])
      const factor = (rateAt(plan, steps[at]) * held) / probability
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]
        const weight = factor * expected[ids[row]] * shares[row] * priors[i]
        if (weight * explained <= neutral[i] || row === trail.row) continue
        neutral[i] = weight * explained
        hoped[i] = weight * since[i]
        from[i] = at
      }
      explained *= NEUTRAL / probability
    }
    if (at > 0) hopeFor(plan, steps[at - 1], steps[at])
  }
  return plan.changes
}

/** Takes in what may be hoped of a step for each key, given the step before. */
const hopeFor = (
  { readings, changes, pairs, model, atLeast }: SearchPlan,
  before: Step,
  step: Step,
): void => {
  const { rows, since } = changes
  const [first, second] = [readings.columnOf(before), readings.columnOf(step)]
  for (let i = 0; i < since.length; i++) {
    const row = rows[i]
    const pair = pairs[first.ids[row] * model.outputs + second.ids[row]]
    since[i] *= Math.min(HOPE, SLACK * atLeast(pair * second.shares[row])) / step.probability
  }
}

/** The most that a step may be expected to say for a row before the model has read it, given the step before. */
export const hopeOf = (
  { model, readings, atLeast, pairs }: SearchPlan,
  row: number,
  before: Step,
  step: Step,
): number => {
  const pair = pairs[readings.idOf(row, before) * model.outputs + readings.idOf(row, step)]
  return Math.min(HOPE, SLACK * atLeast(pair * readings.shareOf(row, step)))
}
