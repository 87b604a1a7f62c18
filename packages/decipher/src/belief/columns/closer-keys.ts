import { eachInSteps, type InSteps } from '../../in-steps.ts'
import type { ColumnPlan } from './column-plan.ts'
import { SCOUTED, TURNED } from './constants.ts'
import type { Lane } from './lane.ts'
import { priced } from './priced.ts'
import type { Problem } from './problem.ts'
import { type Solved, solve } from './solve.ts'
import { type Trouble, troubleOf } from './trouble.ts'

/** A beam that begins at a place of the period, and goes round its end. */
interface Turned {
  readonly lane: Lane
  readonly start: number
}

/**
 * Keys of the lanes with the best ones, by wide beams; of the very best by such beams as well that begin at other places of the
 * period: their first letters are others, so they lose other keys. Where spaces were left out, lanes are scouted from their middle
 * too before the best are told. All come with the cost of a key.
 */
export function* closerKeys(
  plan: ColumnPlan,
  problem: Problem,
  scouted: readonly Solved[],
): InSteps<Solved[]> {
  const isTurned = ({ period }: Lane): boolean =>
    period >= TURNED.period && period * TURNED.place > problem.text.letters
  function* solveEach(beams: readonly Turned[], trouble: Trouble): InSteps<Solved[]> {
    const found = yield* eachInSteps(beams, (beam) => solveFrom(problem, beam, trouble))
    return priced(plan, problem, found.flat())
  }
  const near = problem.spaced ? bestLanes(scouted, TURNED.scouted).filter(isTurned) : []
  const middles = near.map((lane) => ({ lane, start: lane.period >> 1 }))
  const again = yield* solveEach(middles, troubleOf(problem, 'some'))
  const trouble = troubleOf(problem, 'all')
  const wide = bestLanes([...scouted, ...again], SCOUTED).map((lane) => ({ lane, start: 0 }))
  const found = [...again, ...(yield* solveEach(wide, trouble))]
  const best = bestLanes([...scouted, ...found], { ...SCOUTED, lanes: TURNED.lanes }).filter(isTurned)
  const turned = yield* solveEach(best.flatMap(turnedBeams), {
    ...trouble,
    budget: trouble.budget / TURNED.narrower,
  })
  return [...found, ...turned]
}

/** The lanes whose best keys cost least and about as much, the first of equals first. */
const bestLanes = (
  solved: readonly Solved[],
  { lanes, behind }: { readonly lanes: number; readonly behind: number },
): Lane[] => {
  const byCost = solved.filter(({ lane }) => !lane.isListed).sort((a, b) => a.cost - b.cost)
  const near = byCost.filter(({ cost }) => cost <= byCost[0].cost + behind)
  return [...new Set(near.map(({ lane }) => lane))].slice(0, lanes)
}

const turnedBeams = (lane: Lane): Turned[] =>
  Array.from({ length: TURNED.starts }, (_, i) => ({
    lane,
    start: Math.floor(((i + 1) * lane.period) / (TURNED.starts + 1)),
  }))

const solveFrom = (problem: Problem, { lane, start }: Turned, trouble: Trouble): Solved[] => {
  if (start === 0) return solve(problem, lane, trouble)
  const placeOf = (place: number): number => (place + lane.period - start) % lane.period
  const places = lane.places.map(placeOf)
  return solve(problem, { ...lane, places }, trouble).map(({ key, cost }) => ({
    lane,
    key: key.map((_, place) => key[placeOf(place)]),
    cost,
  }))
}
