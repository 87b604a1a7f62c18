import { eachInSteps, type InSteps } from '../../in-steps.ts'
import { lightest } from './candidate.ts'
import { KEPT, TURNED } from './constants.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'
import { type Solved, solve } from './solve.ts'

/**
 * Keys of the lanes with the best ones, by beams that begin at other places of the period and go round its end: their first
 * letters are others, so they lose other keys.
 */
export function* turnedKeys(problem: Problem, solved: readonly Solved[]): InSteps<Solved[]> {
  const lanes = new Set<Lane>()
  while (lanes.size < TURNED.lanes) {
    const best = lightest(solved.filter(({ lane }) => !lane.isListed && !lanes.has(lane)))
    if (!best) break
    lanes.add(best.lane)
  }
  const starts = [...lanes]
    .filter(({ period }) => period >= TURNED.period)
    .flatMap((lane) => startsOf(lane).map((start) => ({ lane, start })))
  return (yield* eachInSteps(starts, ({ lane, start }) => solveFrom(problem, lane, start))).flat()
}

/** Places that beams begin at. */
const startsOf = ({ period }: Lane): number[] =>
  Array.from({ length: TURNED.starts }, (_, i) => Math.floor(((i + 1) * period) / (TURNED.starts + 1)))

const solveFrom = (problem: Problem, lane: Lane, start: number): Solved[] => {
  const placeOf = (place: number): number => (place + lane.period - start) % lane.period
  const places = lane.places.map(placeOf)
  return solve(problem, { ...lane, places }, KEPT).map(({ key, cost }) => ({
    lane,
    key: key.map((_, place) => key[placeOf(place)]),
    cost,
  }))
}
