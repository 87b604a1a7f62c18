import { NO_LETTER } from '../locked/sought-text.ts'
import { LIKELY_BYTES } from './constants.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'

/** The values that are worth a try at a place: those that read what is known, and of bytes those that read what text has. */
export const valuesAt = (problem: Problem, lane: Lane, place: number): Uint8Array => {
  const { every } = problem
  const all = isOpen(problem, lane, place)
    ? every
    : every.filter((value) => readsKnown(problem, lane, (at) => (lane.places[at] === place ? value : -1)))
  if (!lane.beside || all.length === 0) return all
  const costs = costsAt(problem, lane, place, all)
  const least = costs.reduce((smallest, cost) => Math.min(smallest, cost))
  return all.filter((value) => costs[value] <= least + LIKELY_BYTES)
}

/** Whether nothing is known of a place. */
const isOpen = ({ text, known }: Problem, { places }: Lane, place: number): boolean => {
  for (let at = 0; at < text.symbols; at++) if (known[at] !== 0 && places[at] === place) return false
  return true
}

/** Whether symbols whose plaintext is known are read so. @param valueAt the value of a symbol's place, or -1 where it is open */
export const readsKnown = (
  { text, known, values }: Problem,
  { plain }: Lane,
  valueAt: (at: number) => number,
): boolean => {
  for (let at = 0; at < text.symbols; at++) {
    if (known[at] === 0 || text.letterAt[at] === NO_LETTER) continue
    const value = valueAt(at)
    if (value !== -1 && plain[at * values + value] !== known[at]) return false
  }
  return true
}

/** Places of a lane that nothing is known of. */
export const openPlaces = ({ text, known }: Problem, { period, places }: Lane): number => {
  const told = new Set<number>()
  for (let at = 0; at < text.symbols; at++) if (known[at] !== 0) told.add(places[at])
  return period - told.size
}

/** Costs of all symbols of a place beside those of their tokens, by its value; none where there are none. */
export const costsAt = (
  { text, values }: Problem,
  { beside, places }: Lane,
  place: number,
  tried: Uint8Array,
): Int32Array => {
  if (!beside) return new Int32Array(0)
  const costs = new Int32Array(tried.length)
  for (let at = 0; at < text.symbols; at++) {
    if (places[at] !== place) continue
    for (let i = 0; i < tried.length; i++) costs[i] += beside[at * values + tried[i]]
  }
  return costs
}
