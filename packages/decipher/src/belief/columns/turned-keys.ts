import { KEPT, TURNED } from './constants.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'
import { type Solved, solve } from './solve.ts'

/**
 * The best keys of a lane by beams that begin at other places of the period and go round its end: their first letters are
 * others, so they lose other keys.
 */
export const turnedKeys = (problem: Problem, lane: Lane): Solved[] => {
  const { period, places } = lane
  const starts = Array.from({ length: TURNED.starts }, (_, i) =>
    Math.floor(((i + 1) * period) / (TURNED.starts + 1)),
  )
  return starts.flatMap((start) => {
    const turned = { ...lane, places: places.map((place) => (place + period - start) % period) }
    return solve(problem, turned, KEPT).map(({ key, cost }) => ({
      lane,
      key: key.map((_, place) => key[(place + period - start) % period]),
      cost,
    }))
  })
}
