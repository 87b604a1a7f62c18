import { eachInSteps, type InSteps } from '../../in-steps.ts'
import { type Candidate, inOrder, readSymbol } from './candidate.ts'
import { WEIGHED } from './constants.ts'
import type { Lane } from './lane.ts'
import type { PeriodKey, Problem } from './problem.ts'
import type { Solved } from './solve.ts'

/** Weighs a key by all text so far. @param prior cost of the key itself */
export type Weigh = (lane: Lane, key: PeriodKey, prior: number) => Candidate

/**
 * Weighs keys one after another: the beginning of a text that a key reads as the one before it did is not read again, so
 * keys that begin alike had better follow one another.
 */
export const createWeigher = (problem: Problem): Weigh => {
  const { text, work } = problem
  const { reader } = problem.costs
  let latest: Pick<Candidate, 'lane' | 'key'> | undefined
  /** The memory of the latest key, and what the text had cost by it, before each symbol up to the last that has a place of its own. */
  const states: unknown[] = []
  const paid: number[] = []
  let last = 0
  return (lane, key, prior) => {
    if (latest?.lane !== lane) last = lastPlace(problem, lane)
    const shared = latest?.lane === lane ? sharedBy(lane, latest.key, key, last) : 0
    const candidate = { lane, key, cost: 0, state: reader.create() }
    if (shared > 0) {
      reader.copy(states[shared], candidate.state)
      candidate.cost = paid[shared]
    }
    for (let at = shared; at < text.symbols; at++) {
      if (at <= last) {
        states[at] ??= reader.create()
        reader.copy(candidate.state, states[at])
        paid[at] = candidate.cost
      }
      readSymbol(problem, candidate, at)
    }
    work.steps += (text.symbols - shared) * reader.work
    latest = { lane, key }
    candidate.cost += prior
    return candidate
  }
}

/** The best of the keys that cost no more, weighed by all that is known. */
export const weighed = (
  solved: readonly Solved[],
  most: number,
  weigh: (lane: Lane, key: PeriodKey) => Candidate,
): InSteps<Candidate[]> => {
  const near = solved.filter(({ cost }) => cost <= most).sort((a, b) => a.cost - b.cost)
  return eachInSteps(near.slice(0, WEIGHED).sort(inOrder), ({ lane, key }) => weigh(lane, key))
}

/** The last symbol before which not every place has been seen that the text has. */
const lastPlace = ({ text }: Problem, { places }: Lane): number => {
  const seen = new Set<number>()
  let last = 0
  for (let at = 0; at < text.symbols; at++) {
    if (seen.has(places[at])) continue
    seen.add(places[at])
    last = at
  }
  return last
}

/** Symbols, up to the last, that two keys read alike. */
const sharedBy = ({ places }: Lane, one: PeriodKey, other: PeriodKey, last: number): number => {
  let at = 0
  while (at < last && one[places[at]] === other[places[at]]) at++
  return at
}
