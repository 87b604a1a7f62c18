import { eachInSteps, type InSteps } from '../../in-steps.ts'
import { SCOUTED, TURNED } from './constants.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'
import { type Solved, solve } from './solve.ts'
import { troubleOf } from './trouble.ts'

/**
 * Keys of the lanes with the best ones, by wide beams; of the very best by such beams as well that begin at other places of the
 * period and go round its end: their first letters are others, so they lose other keys.
 */
export function* closerKeys(problem: Problem, solved: readonly Solved[]): InSteps<Solved[]> {
  const lanes = bestLanes(solved)
  const starts = lanes
    .slice(0, TURNED.lanes)
    .filter(({ period }) => period >= TURNED.period && period * TURNED.place > problem.text.letters)
    .flatMap((lane) => startsOf(lane).map((start) => ({ lane, start })))
  const beams = [...lanes.map((lane) => ({ lane, start: 0 })), ...starts]
  return (yield* eachInSteps(beams, ({ lane, start }) => solveFrom(problem, lane, start))).flat()
}

/** The lanes whose best keys cost least and about as much, the first of equals first. */
const bestLanes = (solved: readonly Solved[]): Lane[] => {
  const byCost = solved.filter(({ lane }) => !lane.isListed).sort((a, b) => a.cost - b.cost)
  const near = byCost.filter(({ cost }) => cost <= byCost[0].cost + SCOUTED.behind)
  return [...new Set(near.map(({ lane }) => lane))].slice(0, SCOUTED.lanes)
}

/** Places that beams begin at. */
const startsOf = ({ period }: Lane): number[] =>
  Array.from({ length: TURNED.starts }, (_, i) => Math.floor(((i + 1) * period) / (TURNED.starts + 1)))

const solveFrom = (problem: Problem, lane: Lane, start: number): Solved[] => {
  const trouble = troubleOf(problem, 'all')
  if (start === 0) return solve(problem, lane, trouble)
  const placeOf = (place: number): number => (place + lane.period - start) % lane.period
  const places = lane.places.map(placeOf)
  return solve(problem, { ...lane, places }, trouble).map(({ key, cost }) => ({
    lane,
    key: key.map((_, place) => key[placeOf(place)]),
    cost,
  }))
}
