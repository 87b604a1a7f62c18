import type { InSteps } from '../../in-steps.ts'
import type { Hypothesis, StartingKey } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { BRANCH, EARLY } from './constants.ts'
import { findStarts } from './find-starts.ts'
import { followFrom, leniently } from './follow.ts'
import type { LookBack } from './look-back.ts'
import type { Opening } from './opening.ts'

/** The text that was read last, and the text that was read first. */
interface Remembered {
  readonly lookBack: LookBack
  readonly opening: Opening
}

/**
 * Starts hypotheses that the key has changed a few letters ago, from where the hypothesis stood that was the best then:
 * those that may explain the letters since. Of a key there is one hypothesis at most. Adds to `hypotheses`.
 *
 * @param best key that no change leads to
 * @param total weight of all hypotheses
 * @returns their total weight with the new ones
 */
export function* branchOff(
  plan: SearchPlan,
  remembered: Remembered,
  hypotheses: Hypothesis[],
  best: Hypothesis,
  total: number,
): InSteps<number> {
  const { lookBack } = remembered
  lookBack.pay()
  const { from, neutral, hoped } = findStarts(plan, lookBack.steps)
  const leastHoped = leniently(plan, BRANCH)
  // Another search may write these arrays anew before the next step.
  const starts = plan.listed.flatMap((key, i) => {
    const isLikely = neutral[i] >= BRANCH && hoped[i] >= leastHoped && key.row !== best.trail.row
    return isLikely ? [{ key, start: from[i] }] : []
  })
  let sum = total
  for (const { key, start } of starts) {
    const at = hypotheses.findIndex(({ trail }) => trail.row === key.row)
    const known = hypotheses[at]
    yield
    const least = Math.max(BRANCH, (known?.weight ?? 0) / total)
    const changed = followFrom({ plan, steps: lookBack.steps, key }, start, least)
    if (!changed) continue
    let branch = afterAll(changed, key, remembered.opening)
    branch.weight *= total
    if (known) branch = heavier(branch, known)
    hypotheses[known ? at : hypotheses.length] = branch
    sum += branch.weight - (known?.weight ?? 0)
  }
  return sum
}

/** A change of key, or in the opening the better explanation that the key held from the start. */
const afterAll = (changed: Hypothesis, key: StartingKey, opening: Opening): Hypothesis => {
  if (opening.isOpen) changed.weight *= EARLY
  return heavier(changed, opening.follow(key))
}

/** The heavier of two hypotheses; the other one is given up. */
const heavier = (a: Hypothesis, b: Hypothesis | undefined): Hypothesis => {
  const [winner, loser] = b && b.weight > a.weight ? [b, a] : [a, b]
  loser?.state?.free()
  return winner
}
