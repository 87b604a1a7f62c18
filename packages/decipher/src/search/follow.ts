import { eras, type Hypothesis } from './hypothesis.ts'
import type { Step } from './look-back.ts'
import type { SearchPlan } from './plan.ts'

/** Probability of a letter under the right key, at most, for the most part: a key that cannot reach it is left. */
const HOPE = 0.5

/**
 * How much likelier a letter may be, for the most part, than after the same letter at the beginning of a word. Spares
 * nine in ten of the net steps that lead nowhere.
 */
const SLACK = 30

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
  { model, readings, changeRate, atLeast, copy, pairs }: SearchPlan,
  steps: readonly Step[],
  key: number,
  least: number,
): Hypothesis | undefined => {
  const [{ era, weight: before, position: since, expected: first }] = steps
  if (eras(era).length >= MOST_ERAS) return undefined
  const ids = steps.map(({ unit, index }) => readings.idOf(key, index, unit))
  const shares = steps.map(({ index }) => readings.shareOf(key, index))
  const hopes = ids.map((id, i) =>
    i === 0
      ? atLeast(first[id] * shares[i])
      : Math.min(HOPE, SLACK * atLeast(pairs[ids[i - 1] * model.outputs + id] * shares[i])),
  )
  let weight = before * changeRate * readings.priors[key]
  for (const [i, { probability }] of steps.entries()) weight *= hopes[i] / probability
  if (weight < least) return undefined
  const state = copy(steps[0].state)
  for (let i = 1; i < ids.length; i++) {
    weight *= atLeast(model.step(ids[i - 1], state)[ids[i]] * shares[i]) / hopes[i]
    if (weight >= least) continue
    state.free()
    return undefined
  }
  return { key, era: { key, since, before: era }, weight, state, id: ids[ids.length - 1] }
}
