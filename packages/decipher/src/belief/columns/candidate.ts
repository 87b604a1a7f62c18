import { CARRIED } from './constants.ts'
import type { Lane } from './lane.ts'
import type { PeriodKey, Problem } from './problem.ts'

/** A whole key that is held possible. */
export interface Candidate {
  readonly lane: Lane
  readonly key: PeriodKey
  /** Of the key and of all text so far, in twelfths of a bit. */
  cost: number
  /** Memory of the text as it reads it. */
  readonly state: unknown
}

/** Has a candidate read a symbol of the text, which comes next. */
export const readSymbol = (problem: Problem, candidate: Candidate, at: number): void => {
  const { costs, values } = problem
  const { lane, key, state } = candidate
  const from = at * values + key[lane.places[at]]
  candidate.cost += costs.reader.read(lane.plain[from], state)
  if (lane.beside)
    candidate.cost += (beginsWord(problem, candidate, at) ? lane.first : lane.beside)?.[from] ?? 0
}

/** Whether a space stands before a symbol, as a candidate reads it. */
const beginsWord = ({ values, space }: Problem, { lane, key }: Candidate, at: number): boolean =>
  at === 0 || lane.plain[(at - 1) * values + key[lane.places[at - 1]]] === space

/** Whether a key is a shorter one again and again. */
export const isRepetition = (key: PeriodKey): boolean => {
  for (let period = 1; 2 * period <= key.length; period++) {
    if (key.length % period !== 0) continue
    let at = period
    while (at < key.length && key[at] === key[at - period]) at++
    if (at === key.length) return true
  }
  return false
}

/** Tells a candidate from every other. */
export const nameOf = ({ lane, key }: Pick<Candidate, 'lane' | 'key'>): string =>
  `${lane.over}${String.fromCharCode.apply(undefined, key as unknown as number[])}`

/** The candidate that costs least; the first of equals. */
export const lightest = <Key extends { readonly cost: number }>(
  candidates: readonly Key[],
): Key | undefined => {
  let [best] = candidates
  for (const candidate of candidates) if (candidate.cost < best.cost) best = candidate
  return best
}

/** Keys each once, the first of those that are the same. */
export const different = <Key extends Pick<Candidate, 'lane' | 'key'>>(keys: readonly Key[]): Key[] => {
  const names = new Set<string>()
  return keys.filter((key) => {
    const name = nameOf(key)
    const isNew = !names.has(name)
    names.add(name)
    return isNew
  })
}

/** Keys that were found now, and the best of those that were held possible before: a beam may lose what another found. */
export const besides = (found: readonly Candidate[], before: readonly Candidate[]): Candidate[] => {
  const least = lightest([...found, ...before])?.cost ?? 0
  return different([...found, ...before.filter(({ cost }) => cost <= least + CARRIED)])
}

/** In an order in which keys that begin alike follow one another. */
export const inOrder = (
  one: Pick<Candidate, 'lane' | 'key'>,
  other: Pick<Candidate, 'lane' | 'key'>,
): number => {
  let order = one.lane.period - other.lane.period || Number(one.lane.over) - Number(other.lane.over)
  for (let at = 0; order === 0 && at < one.key.length; at++) order = one.key[at] - other.key[at]
  return order
}

/** Candidates in their order, so many at the most: those that cost least, the first of equals. */
export const lightestOf = (candidates: Candidate[], most: number): Candidate[] => {
  if (candidates.length <= most) return candidates
  const order = candidates.map((_, i) => i)
  order.sort((a, b) => candidates[a].cost - candidates[b].cost || a - b)
  const kept = new Set(order.slice(0, most))
  return candidates.filter((_, i) => kept.has(i))
}
