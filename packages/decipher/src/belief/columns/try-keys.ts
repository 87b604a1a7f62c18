import { NO_LETTER } from '../locked/sought-text.ts'
import { CELLS_A_STEP, HOPEFUL } from './constants.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'
import { lightest, type Solved } from './solve.ts'

/**
 * Of keys of a lane that are given, one after another, those by which the text costs least, as far as four symbols in a row
 * tell. A key that has cost far more than the best so far is left before its end.
 */
export const tryKeys = (
  { text, costs, space, values, work }: Problem,
  lane: Lane,
  keys: Uint8Array,
  most: number,
): Solved[] => {
  const { period, places, plain } = lane
  const { table, vocabulary } = costs
  const wrap = vocabulary ** 3
  const count = keys.length / period
  const found = new Int32Array(count)
  let limit = Number.MAX_SAFE_INTEGER
  for (let tried = 0; tried < count; tried++) {
    const from = tried * period
    let [cost, context] = [0, space]
    for (let at = 0; at < text.symbols && cost <= limit; at++) {
      const value = text.letterAt[at] === NO_LETTER ? 0 : keys[from + places[at]]
      const index = context * vocabulary + plain[at * values + value]
      cost += table[index]
      context = index % wrap
    }
    found[tried] = cost
    limit = Math.min(limit, cost + HOPEFUL)
  }
  work.steps += (count * text.symbols) / CELLS_A_STEP
  if (count === 0) return []
  return lightest(found, most)
    .filter((at) => found[at] <= limit)
    .map((at) => ({ lane, key: keys.slice(at * period, (at + 1) * period), cost: found[at] }))
}
