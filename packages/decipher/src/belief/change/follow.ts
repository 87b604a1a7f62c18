import { eras, type Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import type { Step } from './look-back.ts'

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
  let best = follow(plan, steps, key, first, least)
  for (let from = 0; best && from < steps.length; from++) {
    if (from === first || steps[from].index === -1 || steps[from].era.key === key) continue
    const other = follow(plan, steps, key, from, best.weight)
    if (!other) continue
    best.state?.free()
    best = other
  }
  return best
}

/** The hypothesis that `key` holds since a step, if it weighs `least` or more. */
const follow = (
  plan: SearchPlan,
  steps: readonly Step[],
  key: number,
  from: number,
  least: number,
): Hypothesis | undefined => {
  const { model, readings, changeRate, atLeast, copy } = plan
  const { era, weight: before, position: since, state: start } = steps[from]
  let weight = before * changeRate * readings.priors[key]
  for (let i = from; i < steps.length; i++) weight *= hopeOf(plan, steps, key, from, i) / steps[i].probability
  if (weight < least || eras(era).length >= MOST_ERAS) return undefined
  const state = copy(start)
  let id = idOf(plan, steps[from], key)
  for (let i = from + 1; i < steps.length; i++) {
    const expected = model.step(id, state)
    id = idOf(plan, steps[i], key)
    const found = atLeast(expected[id] * readings.shareOf(key, steps[i].index))
    weight *= found / hopeOf(plan, steps, key, from, i)
    if (weight >= least) continue
    state.free()
    return undefined
  }
  return { key, era: { key, since, before: era }, weight, state, id }
}

/** The most that a step may be expected to say for `key`, before the net has read it: the truth for the first. */
const hopeOf = (plan: SearchPlan, steps: readonly Step[], key: number, from: number, i: number): number => {
  const { model, readings, atLeast, pairs } = plan
  const id = idOf(plan, steps[i], key)
  const share = readings.shareOf(key, steps[i].index)
  if (i === from) return atLeast(steps[i].expected[id] * share)
  const before = idOf(plan, steps[i - 1], key)
  return Math.min(HOPE, SLACK * atLeast(pairs[before * model.outputs + id] * share))
}

const idOf = ({ readings }: SearchPlan, { unit, index }: Step, key: number): number =>
  readings.idOf(key, index, unit)
