import { EMPTY } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import { DIGIT_BESIDE } from '../hypothesis/constants.ts'
import { type Foretold, foretell } from '../hypothesis/foretell.ts'
import { type Hypothesis, heaviest } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { partStates } from './fill-slots.ts'
import type { Place } from './latest.ts'

/**
 * Weighs every hypothesis by the probability of a symbol as it reads it, and moves its phase past it.
 *
 * @param table rows of expected probabilities, each at its hypothesis's `at`
 * @returns the sums of the weights, after it and as if the model foretold sharply
 */
export const weigh = (
  plan: SearchPlan,
  hypotheses: readonly Hypothesis[],
  symbol: CipherSymbol,
  { table, isDigit, isRound }: { table: Float32Array } & Place,
): Foretold => {
  const { family, readings } = plan
  const moves = symbol.index !== -1 && (family.phaseLength > 0 || family.slots > 1)
  let [likely, sharp] = [0, 0]
  for (let i = 0; i < hypotheses.length; i++) {
    const hypothesis = hypotheses[i]
    if (moves) {
      const { trail } = hypothesis
      const row = nextRow({ family }, hypothesis, symbol.index)
      if (row !== trail.row) hypothesis.trail = { row, since: symbol.position, before: trail }
    }
    const { row } = hypothesis.trail
    hypothesis.id = readings.idOf(row, symbol)
    const share = readings.shareOf(row, symbol)
    const foretold = foretell(plan, hypothesis, { table, share, weight: hypothesis.weight })
    sharp += hypothesis.weight * foretold.sharp
    if (isRound) {
      likely += hypothesis.weight * foretold.likely
      continue
    }
    hypothesis.weight *= foretold.likely
    if (isDigit && readings.isBeside(row, symbol)) hypothesis.weight *= DIGIT_BESIDE
    likely += hypothesis.weight
  }
  return { likely, sharp }
}

/** The row by which a key reads the symbol of that index, whose slot is filled. Moves the phase past it. */
export const nextRow = (
  { family }: Pick<SearchPlan, 'family'>,
  { values, phase }: Hypothesis,
  index: number,
): number => {
  const slot = family.slotOf(index, phase)
  const row = family.rowOf(slot === -1 ? EMPTY : values[slot], phase)
  family.advance(phase, row, index)
  return row
}

/**
 * Makes weights sum to 1, and drops the hypotheses that are too small, or too many; never the heaviest.
 *
 * @param before those before slots were filled, where some were
 */
export const drop = (
  plan: SearchPlan,
  live: Hypothesis[],
  { total, share }: { total: number; share: number },
  before?: Hypothesis[],
): void => {
  if (live.length === 1 && !before) {
    live[0].weight = 1
    return
  }
  const asked = plan.drop / share
  // The heaviest of n has an nth part at least: only among very many may it be below what is dropped.
  const mayAllBeBelow = live.length * asked > 1
  const least = mayAllBeBelow ? Math.min(asked, heaviest(live).weight / total) : asked
  let kept = 0
  for (let i = 0; i < live.length; i++) {
    const hypothesis = live[i]
    hypothesis.weight /= total
    if (hypothesis.weight >= least) live[kept++] = hypothesis
    else if (!before) hypothesis.state?.free()
  }
  live.length = kept
  if (kept > plan.most) cut(live, plan.most)
  if (before) partStates(plan, before, live)
}

/** Keeps the heaviest, and makes their weights sum to 1. */
const cut = (live: Hypothesis[], most: number): void => {
  live.sort((a, b) => b.weight - a.weight).length = most
  const total = live.reduce((sum, { weight }) => sum + weight, 0)
  for (const hypothesis of live) hypothesis.weight /= total
}
