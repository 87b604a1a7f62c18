import { startBlur } from '../hypothesis/blur.ts'
import { foretell } from '../hypothesis/foretell.ts'
import type { Hypothesis, StartingKey } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { runsOf } from '../hypothesis/trail.ts'
import { LENIENT, MOST_CHANGES } from './constants.ts'
import { hopeOf } from './find-starts.ts'
import { rateAt, type Step } from './step.ts'

/** A change to `key` that is to be followed through some steps. */
export interface Change {
  readonly plan: SearchPlan
  readonly steps: readonly Step[]
  readonly key: StartingKey
}

/**
 * The hypothesis that the key changed at one of the steps, having read them all: at the step `from`, or, when that
 * weighs `least` or more, at the one from which it weighs most.
 */
export const followFrom = (change: Change, from: number, least: number): Hypothesis | undefined => {
  const { steps, key } = change
  const isLazy = change.plan.trial !== undefined
  const trouble = isLazy ? 0 : 1
  let best = follow(change, { from, least: leniently(change.plan, least), trouble })
  let bestFrom = from
  for (let other = 0; best && other < steps.length; other++) {
    if (other === from || steps[other].index === -1 || steps[other].trail.row === key.row) continue
    const found = follow(change, { from: other, least: best.weight, trouble })
    if (!found) continue
    if (!isLazy) best.state?.free()
    best = found
    bestFrom = other
  }
  if (!best || !isLazy) return best
  return follow(change, { from: bestFrom, least, trouble: 1 })
}

/** The weight asked of a change of key before the model takes any trouble, where it has to have `least` in the end. */
export const leniently = ({ trial }: SearchPlan, least: number): number => (trial ? LENIENT * least : least)

/** A step at which a key may have changed. */
interface Start {
  readonly from: number
  /** The least weight that is followed. */
  readonly least: number
  /** Weight by which the model chooses how much trouble it takes. */
  readonly trouble: number
}

/** The hypothesis that the key changed at a step, if it weighs `least` or more. */
const follow = (change: Change, { from, least, trouble }: Start): Hypothesis | undefined => {
  const { plan, steps, key } = change
  const { model, readings, copy, trial } = plan
  const { trail: before, weight: held, position: since, state: start } = steps[from]
  let weight = held * rateAt(plan, steps[from]) * key.prior
  weight *= firstOf(change, from) / steps[from].probability
  for (let i = from + 1; i < steps.length; i++) {
    weight *= hopeOf(plan, key.row, steps[i - 1], steps[i]) / steps[i].probability
  }
  if (weight < least || runsOf(before).length >= MOST_CHANGES) return undefined
  const reader = { id: readings.idOf(key.row, steps[from]), at: 0, ...startBlur }
  // What is only looked at needs no state of its own.
  const state = trial && trouble === 0 ? trial : copy(start)
  if (state === trial) model.copyState(start, trial)
  for (let i = from + 1; i < steps.length; i++) {
    const expected = model.step(reader.id, state, trouble)
    reader.id = readings.idOf(key.row, steps[i])
    const share = readings.shareOf(key.row, steps[i])
    const found = foretell(plan, reader, { table: expected, share, weight }).likely
    weight *= found / hopeOf(plan, key.row, steps[i - 1], steps[i])
    if (weight >= least) continue
    if (state !== trial) state.free()
    return undefined
  }
  const trail = { row: key.row, since, before }
  return { values: key.values, phase: plan.noPhase, trail, weight, state, ...reader }
}

/** The probability of the first letter under the key: the best hypothesis expected it as well as another would have. */
const firstOf = ({ plan: { readings, atLeast }, steps, key: { row } }: Change, from: number): number => {
  const { expected } = steps[from]
  return atLeast(expected[readings.idOf(row, steps[from])] * readings.shareOf(row, steps[from]))
}
