import { NO_LETTER } from '../locked/sought-text.ts'
import { BEAM, CELLS_A_STEP } from './constants.ts'
import type { Lane } from './lane.ts'
import { placesOfLeast } from './places-of-least.ts'
import type { PeriodKey, Problem } from './problem.ts'
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
export const solve = (problem: Problem, lane: Lane, { kept: most, budget, again }: Trouble): Solved[] => {
  const { text, work } = problem
  const { period } = lane
  let keys = new Uint8Array(period)
  let costs: Int32Array = new Int32Array(1)
  let count = 1
  for (let place = 0; place < period; place++) {
    const known = knownBy(problem, lane, place)
    const tried = valuesAt(problem, lane, place)
    if (tried.length === 0) return []
    work.steps += (count * known.length * tried.length) / CELLS_A_STEP
    const all = new Int32Array(count * tried.length)
    const filling = { keys, count, place, tried, costs, all }
    for (const symbol of known) weigh(problem, lane, symbol, filling)
    addOwn(filling, costsAt(problem, lane, place, tried))
    const share = lane.beside ? BEAM.bytes / tried.length : 1
    const width = Math.max(1, Math.min(BEAM.most, Math.floor((budget * share) / text.letters)))
    const last = problem.spaced ? again * most : most
    const kept = placesOfLeast(all, place === period - 1 ? last : width)
    const next = new Uint8Array(kept.length * period)
    for (let i = 0; i < kept.length; i++) {
      const parent = Math.floor(kept[i] / tried.length)
      for (let filled = 0; filled < place; filled++) {
        next[i * period + filled] = keys[parent * period + filled]
      }
      next[i * period + place] = tried[kept[i] - parent * tried.length]
    }
    keys = next
    costs = Int32Array.from(kept, (at) => all[at])
    count = kept.length
  }
  costs = spacedCosts(problem, lane, keys) ?? costs
  return placesOfLeast(costs, most).map((i) => ({
    lane,
    key: keys.slice(i * period, (i + 1) * period),
    cost: costs[i],
  }))
}

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

/** Partly filled keys, and the place that is being filled. */
interface Filling {
  /** `[count, period]` */
  readonly keys: Uint8Array
  readonly count: number
  readonly place: number
  /** Values that are tried at the place. */
  readonly tried: Uint8Array
  /** Cost of each key, added to. */
  readonly costs: Int32Array
  /** Costs of each key by each of these values beside that, `[count, tried]`, added to. */
  readonly all: Int32Array
}

/** Adds to the cost of each key by each value that of the key, and that of the value. */
const addOwn = ({ count, tried, costs, all }: Filling, own: Int32Array): void => {
  for (let parent = 0; parent < count; parent++) {
    const from = parent * tried.length
    for (let i = 0; i < tried.length; i++) all[from + i] += costs[parent] + (own.length > 0 ? own[i] : 0)
  }
}

/** A place in the table: what does not depend on the key, and the letters that do, at other places than is filled. */
interface Spot {
  fixed: number
  readonly letters: { readonly from: number; readonly place: number; readonly counts: number }[]
}

/** Adds the cost of a symbol by each value of the place that is filled, for each key. */
const weigh = (problem: Problem, lane: Lane, { at, now, before }: Known, filling: Filling): void => {
  const { keys, count, place, tried, costs, all } = filling
  const { table } = problem.costs
  const { period, plain } = lane
  const longer = spotOf(problem, lane, at, now, place)
  const shorter = before === -1 ? undefined : spotOf(problem, lane, at, before, place)
  const steps = stepsOf(problem, lane, at, now, filling)
  const width = tried.length
  for (let parent = 0; parent < count; parent++) {
    const key = parent * period
    const fixed = find(longer, plain, keys, key)
    if (shorter) costs[parent] -= table[find(shorter, plain, keys, key)]
    if (!steps) {
      costs[parent] += table[fixed]
      continue
    }
    const row = parent * width
    for (let i = 0; i < width; i++) all[row + i] += table[fixed + steps[i]]
  }
}

/** The place in the table by a key. */
const find = ({ fixed, letters }: Spot, plain: Uint8Array, keys: Uint8Array, key: number): number => {
  let spot = fixed
  for (const { from, place, counts } of letters) spot += plain[from + keys[key + place]] * counts
  return spot
}

/** The place in the table of a symbol and so many before it, but for the letters at the place that is filled. */
const spotOf = (
  { text, costs, space, values }: Problem,
  { places, plain }: Lane,
  at: number,
  run: number,
  filled: number,
): Spot => {
  const spot: Spot = { fixed: 0, letters: [] }
  for (let back = 0, counts = 1; back <= run; back++, counts *= costs.vocabulary) {
    const from = at - back
    if (from === -1) spot.fixed += space * counts
    if (from < 0) continue
    if (text.letterAt[from] === NO_LETTER) spot.fixed += plain[from * values] * counts
    else if (places[from] !== filled) spot.letters.push({ from: from * values, place: places[from], counts })
  }
  return spot
}

/** Steps in the table by each value of the place that is filled; nothing where none of the symbols is at that place. */
const stepsOf = (
  { text, costs, values }: Problem,
  { places, plain }: Lane,
  at: number,
  run: number,
  { place, tried }: Filling,
): Int32Array | undefined => {
  let steps: Int32Array | undefined
  for (let back = 0, counts = 1; back <= run; back++, counts *= costs.vocabulary) {
    const from = at - back
    if (from < 0 || text.letterAt[from] === NO_LETTER || places[from] !== place) continue
    steps ??= new Int32Array(tried.length)
    for (let i = 0; i < tried.length; i++) steps[i] += plain[from * values + tried[i]] * counts
  }
  return steps
}
