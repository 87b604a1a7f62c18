import { NO_LETTER } from '../locked/sought-text.ts'
import { CELLS_A_STEP, HOPEFUL } from './constants.ts'
import type { Lane } from './lane.ts'
import { placesOfLeast } from './places-of-least.ts'
import type { Problem } from './problem.ts'
import type { Solved } from './solve.ts'
import { spacedCosts } from './spaced-costs.ts'

/**
 * Of keys of a lane that are given, one after another, those by which the text costs least, as far as four symbols in a row
 * tell. A key that has cost more than the limit, or far more than the best so far, is left before its end.
 */
export const tryKeys = (
  problem: Problem,
  lane: Lane,
  keys: Uint8Array,
  { most, limit: first }: { most: number; limit: number },
): Solved[] => {
  const { text, costs, space, values, work } = problem
  const { period, places, plain } = lane
  const { table, vocabulary } = costs
  const [two, three] = [vocabulary ** 2, vocabulary ** 3]
  const count = keys.length / period
  const found = new Int32Array(count)
  let limit = first
  for (let tried = 0; tried < count; tried++) {
    const from = tried * period
    let [cost, a, b, c] = [0, 0, 0, space]
    for (let at = 0; at < text.symbols && cost <= limit; at++) {
      const value = text.letterAt[at] === NO_LETTER ? 0 : keys[from + places[at]]
      const id = plain[at * values + value]
      cost += table[a * three + b * two + c * vocabulary + id]
      a = b
      b = c
      c = id
    }
    found[tried] = cost
    limit = Math.min(limit, cost + HOPEFUL)
  }
  work.steps += (count * text.symbols) / CELLS_A_STEP
  if (count === 0) return []
  const best = placesOfLeast(found, most).filter((at) => found[at] <= limit)
  const kept = new Uint8Array(best.length * period)
  best.forEach((at, i) => {
    kept.set(keys.subarray(at * period, (at + 1) * period), i * period)
  })
  const spaced = spacedCosts(problem, lane, kept)
  return best.map((at, i) => ({
    lane,
    key: kept.slice(i * period, (i + 1) * period),
    cost: spaced?.[i] ?? found[at],
  }))
}
