import { eras, type Hypothesis } from './hypothesis.ts'
import type { Step } from './look-back.ts'
import type { SearchPlan } from './plan.ts'

/** Probability that each letter has under the right key, at least, for the most part: what cannot reach it is left. */
const HOPE = 0.5

/** Changes of key that text still waiting can have seen: bounds the size of a snapshot. */
const MOST_ERAS = 8

/**
 * The hypothesis that the key became `key` at one of some steps, having read them all: at the `first` one, or, when
 * that weighs `least` or more, at the one from which it weighs most.
 */
export const followFrom = (
  plan: SearchPlan,
  steps: readonly Step[],
  key: number,
  first: number,
  least: number,
): Hypothesis | undefined => {
  let best = follow(plan, steps.slice(first), key, least)
  for (let from = 0; best && from < steps.length; from++) {
    if (from === first || steps[from].index === -1 || steps[from].era.key === key) continue
    const other = follow(plan, steps.slice(from), key, best.weight)
    if (!other) continue
    best.state?.free()
    best = other
  }
  return best
}

/** The hypothesis that `key` holds since the first of some steps, if it weighs `least` or more. */
const follow = (
  { model, readings, changeRate, atLeast, copy }: SearchPlan,
  steps: readonly Step[],
  key: number,
  least: number,
): Hypothesis | undefined => {
  const [{ era, weight: before, position: since }] = steps
  if (eras(era).length >= MOST_ERAS) return undefined
  const state = copy(steps[0].state)
  let expected = steps[0].expected
  let id = 0
  let weight = before * changeRate * readings.priors[key]
  for (const { probability } of steps) weight *= HOPE / probability
  for (const { unit, index } of steps) {
    if (id !== 0) expected = model.step(id, state)
    id = readings.idOf(key, index, unit)
    weight *= atLeast(expected[id]) / HOPE
    if (weight < least) {
      state.free()
      return undefined
    }
  }
  return { key, era: { key, since, before: era }, weight, state, id }
}
