import { NO_LETTER } from '../locked/sought-text.ts'
import { BEAM } from './constants.ts'
import type { Lane } from './lane.ts'
import type { PeriodKey, Problem } from './problem.ts'
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
export const solve = (problem: Problem, lane: Lane, most: number): Solved[] => {
  const { text } = problem
  const { period } = lane
  const budget = text.letters < BEAM.late ? BEAM.budget : BEAM.lateBudget
  let keys = new Uint8Array(period)
  let costs = new Int32Array(1)
  let count = 1
  for (let place = 0; place < period; place++) {
    const known = knownBy(problem, lane, place)
    const tried = valuesAt(problem, lane, place)
    const own = costsAt(problem, lane, place, tried)
    const all = new Int32Array(count * tried.length)
    for (let parent = 0; parent < count; parent++) {
      const row = all.subarray(parent * tried.length, (parent + 1) * tried.length).fill(costs[parent])
      for (let i = 0; i < own.length; i++) row[i] += own[i]
      const key = keys.subarray(parent * period, (parent + 1) * period)
      for (const symbol of known) weigh(problem, lane, { symbol, key, place, tried, row })
    }
    const share = lane.beside ? BEAM.bytes / tried.length : 1
    const width = Math.min(BEAM.most, Math.floor((budget * share) / text.letters))
    const kept = lightest(all, place === period - 1 ? most : width)
    const next = new Uint8Array(kept.length * period)
    kept.forEach((at, i) => {
      const parent = Math.floor(at / tried.length)
      next.set(keys.subarray(parent * period, parent * period + place), i * period)
      next[i * period + place] = tried[at - parent * tried.length]
    })
    keys = next
    costs = Int32Array.from(kept, (at) => all[at])
    count = kept.length
  }
  return Array.from({ length: count }, (_, i) => ({
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

interface Weighing {
  readonly symbol: Known
  readonly key: Uint8Array
  readonly place: number
  /** Values that are tried at the place. */
  readonly tried: Uint8Array
  /** Costs by these values, in their order, added to. */
  readonly row: Int32Array
}

/** Adds the cost of a symbol by each value of a place. */
const weigh = ({ text, costs, space, values }: Problem, lane: Lane, weighing: Weighing): void => {
  const { symbol, key, place, tried, row } = weighing
  const { table, vocabulary } = costs
  const { places, plain } = lane
  const { at, now, before } = symbol
  // Places in the table that do not depend on the value, and the two symbols at the most that do, with what each counts.
  let [fixed, shorter] = [0, 0]
  let [first, firstCounts, others] = [-1, 0, false]
  let counts = 1
  for (let back = 0; back <= now; back++) {
    const from = at - back
    if (from < 0) {
      if (from === -1) fixed += space * counts
    } else if (text.letterAt[from] !== NO_LETTER && places[from] === place) {
      if (first === -1) {
        first = from
        firstCounts = counts
      } else others = true
    } else fixed += plain[from * values + key[places[from]]] * counts
    counts *= vocabulary
  }
  if (before >= 0) {
    counts = 1
    for (let back = 0; back <= before; back++) {
      const from = at - back
      if (from >= 0) shorter += plain[from * values + key[places[from]]] * counts
      else if (from === -1) shorter += space * counts
      counts *= vocabulary
    }
    shorter = table[shorter]
  }
  if (!others) {
    const from = first * values
    if (first === -1) for (let i = 0; i < tried.length; i++) row[i] += table[fixed] - shorter
    else
      for (let i = 0; i < tried.length; i++) {
        row[i] += table[fixed + plain[from + tried[i]] * firstCounts] - shorter
      }
    return
  }
  for (let i = 0; i < tried.length; i++) {
    let index = fixed
    counts = 1
    for (let back = 0; back <= now; back++) {
      const from = at - back
      if (from >= 0 && text.letterAt[from] !== NO_LETTER && places[from] === place) {
        index += plain[from * values + tried[i]] * counts
      }
      counts *= vocabulary
    }
    row[i] += table[index] - shorter
  }
}

/** Costs that are told apart, from the smallest on. */
const SPREAD = 2048

/** The places of the smallest costs, at most so many, in their order; of equals the first. */
export const lightest = (costs: Int32Array, most: number): number[] => {
  let least = costs[0]
  for (let at = 1; at < costs.length; at++) if (costs[at] < least) least = costs[at]
  const counts = new Int32Array(SPREAD + 1)
  for (let at = 0; at < costs.length; at++) counts[Math.min(SPREAD, costs[at] - least)]++
  let [limit, below] = [0, 0]
  while (limit < SPREAD && below + counts[limit] < most) below += counts[limit++]
  let equals = most - below
  const kept: number[] = []
  for (let at = 0; at < costs.length; at++) {
    const step = Math.min(SPREAD, costs[at] - least)
    if (step < limit || (step === limit && equals-- > 0)) kept.push(at)
  }
  return kept
}
