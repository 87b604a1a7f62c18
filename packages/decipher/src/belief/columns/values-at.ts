import { LIKELY_BYTES } from './constants.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'

/** The values that are worth a try at a place: all, but of bytes those that read what text has. */
export const valuesAt = (problem: Problem, lane: Lane, place: number): Uint8Array => {
  const all = Uint8Array.from({ length: problem.values }, (_, value) => value)
  if (!lane.beside) return all
  const costs = costsAt(problem, lane, place, all)
  const least = costs.reduce((smallest, cost) => Math.min(smallest, cost))
  return all.filter((value) => costs[value] <= least + LIKELY_BYTES)
}

/** Costs of all symbols of a place beside those of their tokens, by its value; none where there are none. */
export const costsAt = (
  { text, values }: Problem,
  { beside, places }: Lane,
  place: number,
  tried: Uint8Array,
): Int32Array => {
  if (!beside) return new Int32Array(0)
  const costs = new Int32Array(tried.length)
  for (let at = 0; at < text.symbols; at++) {
    if (places[at] !== place) continue
    for (let i = 0; i < tried.length; i++) costs[i] += beside[at * values + tried[i]]
  }
  return costs
}
