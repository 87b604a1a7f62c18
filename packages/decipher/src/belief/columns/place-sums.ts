import { NO_LETTER } from '../locked/sought-text.ts'
import { CELLS_A_STEP } from './constants.ts'
import type { Lane } from './lane.ts'
import type { PeriodKey, Problem } from './problem.ts'
import { costsAt } from './values-at.ts'

/** Two places of a key, and the values that are tried at each. */
export interface TwoPlaces {
  readonly key: PeriodKey
  readonly places: readonly [number, number]
  readonly tried: readonly [Uint8Array, Uint8Array]
}

/**
 * Costs of all symbols that two places have a say in, by the values of both, as far as four symbols in a row tell:
 * `[values of the first, values of the second]`.
 */
export const placeSums = (problem: Problem, lane: Lane, two: TwoPlaces): Int32Array => {
  const { text, work } = problem
  const { table } = problem.costs
  const { places, tried } = two
  const [own, next] = places.map((place, i) => costsAt(problem, lane, place, tried[i]))
  const width = tried[1].length
  const sums = new Int32Array(tried[0].length * width)
  // Loops: `from` with a function takes several times as long.
  for (let i = 0; i < own.length; i++) sums.fill(own[i], i * width, (i + 1) * width)
  for (let i = 0; next.length > 0 && i < sums.length; i++) sums[i] += next[i % width]
  const parts = tried.map(({ length }) => new Int32Array(length))
  const [first, second] = parts
  for (let at = 0; at < text.symbols; at++) {
    const fixed = partsOf(problem, lane, { ...two, at, parts })
    if (fixed === -1) continue
    work.steps += sums.length / CELLS_A_STEP
    for (let i = 0, to = 0; i < first.length; i++) {
      const from = fixed + first[i]
      for (let j = 0; j < width; j++, to++) sums[to] += table[from + second[j]]
    }
  }
  return sums
}

/**
 * The place in the table of a symbol and the three before it: of what does not depend on the two places, or -1 where nothing
 * does; `parts` are filled with what each value adds.
 */
const partsOf = (
  { text, costs, space, values }: Problem,
  { places: placeAt, plain }: Lane,
  { key, places, tried, at, parts }: TwoPlaces & { at: number; parts: readonly Int32Array[] },
): number => {
  let [fixed, counts, depends] = [0, 1, false]
  for (const part of parts) part.fill(0)
  for (let back = 0; back <= 3; back++) {
    const from = at - back
    const which = from < 0 || text.letterAt[from] === NO_LETTER ? -1 : places.indexOf(placeAt[from])
    if (which !== -1) {
      depends = true
      const part = parts[which]
      for (let i = 0; i < part.length; i++) part[i] += plain[from * values + tried[which][i]] * counts
    } else if (from >= 0) fixed += plain[from * values + key[placeAt[from]]] * counts
    else if (from === -1) fixed += space * counts
    counts *= costs.vocabulary
  }
  return depends ? fixed : -1
}
