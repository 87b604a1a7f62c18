import { NO_LETTER } from '../locked/sought-text.ts'
import type { Beam } from './beam.ts'
import { BEAM, CELLS_A_STEP } from './constants.ts'
import { openKernelBeam } from './kernel-beam.ts'
import type { Lane } from './lane.ts'
import { placesOfLeast } from './places-of-least.ts'
import type { PeriodKey, Problem } from './problem.ts'
import { ScriptBeam } from './script-beam.ts'
import { spacedCosts } from './spaced-costs.ts'
import type { Trouble } from './trouble.ts'
import { costsAt, valuesAt } from './values-at.ts'

/** A whole key, and what the text costs by it, as far as four symbols in a row tell. */
export interface Solved {
  readonly lane: Lane
  readonly key: PeriodKey
  readonly cost: number
}

/** A symbol whose cost becomes known, or better known, when a place is filled. */
interface Known {
  readonly at: number
  /** Symbols before it that are known, 3 at the most; those that were before, or -1 when it was not itself. */
  readonly now: number
  readonly before: number
}

/**
 * The best keys of a lane, as far as a beam finds them: places are filled in order, and of each partly filled key all
 * symbols are weighed whose neighbours before them are known. No random numbers; of equals the first is kept.
 */
export const solve = (
  problem: Problem,
  lane: Lane,
  { kept: most, budget, again }: Trouble,
  beam: Beam = openBeam(problem, lane),
): Solved[] => {
  const { text, work } = problem
  const { period } = lane
  for (let place = 0; place < period; place++) {
    const known = knownBy(problem, lane, place)
    const tried = valuesAt(problem, lane, place)
    if (tried.length === 0) return []
    work.steps += (beam.count * known.length * tried.length) / CELLS_A_STEP
    beam.begin(tried)
    for (const { at, now, before } of known) {
      writeSpot(beam.longer, problem, lane, { at, run: now, filled: place })
      if (before !== -1) writeSpot(beam.shorter, problem, lane, { at, run: before, filled: place })
      writeSteps(beam.steps, problem, lane, { at, run: now, filled: place, tried })
      beam.weigh(before !== -1)
    }
    const share = lane.beside ? BEAM.bytes / tried.length : 1
    const width = Math.max(1, Math.min(BEAM.most, Math.floor((budget * share) / text.letters)))
    const last = problem.spaced ? again * most : most
    beam.keep(costsAt(problem, lane, place, tried), place === period - 1 ? last : width)
  }
  const { keys, costs: found } = beam.found()
  const costs = spacedCosts(problem, lane, keys) ?? found
  return placesOfLeast(costs, most).map((i) => ({
    lane,
    key: keys.slice(i * period, (i + 1) * period),
    cost: costs[i],
  }))
}

const openBeam = (problem: Problem, lane: Lane): Beam =>
  openKernelBeam()?.takeUp(problem, lane) ?? new ScriptBeam(problem, lane)

/** The symbols that become known, or better known, with a place. */
const knownBy = ({ text }: Problem, { places }: Lane, place: number): Known[] => {
  const found: Known[] = []
  const isLetter = (at: number): boolean => text.letterAt[at] !== NO_LETTER
  const runTo = (at: number, filled: number): number => {
    if (isLetter(at) && places[at] > filled) return -1
    let run = 0
    while (run < 3 && (at - run - 1 < 0 || !isLetter(at - run - 1) || places[at - run - 1] <= filled)) run++
    return run
  }
  for (let at = 0; at < text.symbols; at++) {
    const [now, before] = [runTo(at, place), runTo(at, place - 1)]
    if (now !== before) found.push({ at, now, before })
  }
  return found
}

/** A symbol, so many before it that are known, and the place that is filled. */
interface Run {
  readonly at: number
  readonly run: number
  readonly filled: number
}

/** Writes the place in the table of a symbol and those before it, but for the letters at the place that is filled. */
const writeSpot = (
  spot: Int32Array,
  { text, costs, space, values }: Problem,
  { places, plain }: Lane,
  { at, run, filled }: Run,
): void => {
  let [fixed, letters, counts] = [0, 1, 1]
  for (let back = 0; back <= run; back++, counts *= costs.vocabulary) {
    const from = at - back
    if (from === -1) fixed += space * counts
    if (from < 0) continue
    if (text.letterAt[from] === NO_LETTER) fixed += plain[from * values] * counts
    else if (places[from] !== filled) {
      spot[letters++] = from * values
      spot[letters++] = places[from]
      spot[letters++] = counts
    }
  }
  spot[0] = fixed
  spot.fill(0, letters)
}

/** Writes the steps in the table by each value of the place that is filled. */
const writeSteps = (
  steps: Int32Array,
  { text, costs, values }: Problem,
  { places, plain }: Lane,
  { at, run, filled, tried }: Run & { readonly tried: Uint8Array },
): void => {
  steps.fill(0, 0, tried.length)
  for (let back = 0, counts = 1; back <= run; back++, counts *= costs.vocabulary) {
    const from = at - back
    if (from < 0 || text.letterAt[from] === NO_LETTER || places[from] !== filled) continue
    for (let i = 0; i < tried.length; i++) steps[i] += plain[from * values + tried[i]] * counts
  }
}
