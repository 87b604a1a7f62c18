import { eachInSteps, type InSteps } from '../../in-steps.ts'
import { NEARBY } from './constants.ts'
import type { Lane } from './lane.ts'
import { placeSums } from './place-sums.ts'
import type { PeriodKey, Problem } from './problem.ts'
import { valuesAt } from './values-at.ts'

/** No second value. */
const ONE = Uint8Array.of(0)

/** Keys that differ from one in a single value, and are not hopeless beside it as far as four symbols in a row tell. */
export function* nearKeys(problem: Problem, lane: Lane, key: PeriodKey): InSteps<PeriodKey[]> {
  const near = yield* eachInSteps(Array.from(key).entries(), ([place, own]) => {
    const tried = valuesAt(problem, lane, place)
    const sums = placeSums(problem, lane, { key, places: [place, -1], tried: [tried, ONE] })
    const least = sums[tried.indexOf(own)] ?? sums.reduce((smallest, sum) => Math.min(smallest, sum), 0)
    return Array.from(tried)
      .filter((value, i) => value !== own && sums[i] <= least + NEARBY)
      .map((value) => key.with(place, value))
  })
  return near.flat()
}

/**
 * Keys that differ from one at two places that follow one another, for each such two those values by which the text costs
 * least, as far as four symbols in a row tell. They find the way out where neither value alone makes a key better.
 */
export const bestPairs = (problem: Problem, lane: Lane, key: PeriodKey): InSteps<PeriodKey[]> => {
  const { period } = lane
  const count = period > 2 ? period : period - 1
  return eachInSteps(Array(count).keys(), (first) => {
    const places = [first, (first + 1) % period] as const
    const tried = [valuesAt(problem, lane, places[0]), valuesAt(problem, lane, places[1])] as const
    const sums = placeSums(problem, lane, { key, places, tried })
    let best = 0
    for (let i = 1; i < sums.length; i++) if (sums[i] < sums[best]) best = i
    const [a, b] = [tried[0][Math.floor(best / tried[1].length)], tried[1][best % tried[1].length]]
    return key.with(places[0], a).with(places[1], b)
  })
}
