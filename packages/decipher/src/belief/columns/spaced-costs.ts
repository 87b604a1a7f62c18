import { CELLS_A_STEP } from './constants.ts'
import { openKernelSpaces } from './kernel-spaces.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'

/** Cost of a way that is not possible. */
const NEVER = 1 << 24

/**
 * Costs of a text without spaces by whole keys, `[keys, period]`, one after another: of the cheapest way to put spaces in, by four
 * symbols in a row (Viterbi, 1967). A table that leaves the spaces out knows less: by it hundreds of keys read better than the
 * right one.
 */
export const spacedCosts = (problem: Problem, lane: Lane, keys: Uint8Array): Int32Array | undefined => {
  const { spaced: table, text, work } = problem
  if (!table) return undefined
  work.steps += ((WAYS_READ * keys.length) / lane.period) * (text.symbols / CELLS_A_STEP)
  return (
    openKernelSpaces()?.costsBy(problem, lane, { keys, table }) ?? costsBy(problem, lane, { keys, table })
  )
}

/** Costs that are looked up for a letter. */
const WAYS_READ = 8

/** The same without kernels. */
export const costsBy = (
  { text, costs, space, values }: Problem,
  { period, places, plain }: Lane,
  { keys, table }: { keys: Uint8Array; table: Uint8Array },
): Int32Array => {
  const [one, two, three] = [costs.vocabulary, costs.vocabulary ** 2, costs.vocabulary ** 3]
  const found = new Int32Array(keys.length / period)
  for (let i = 0; i < found.length; i++) {
    const from = i * period
    // The cheapest ways by letters since the latest space: one, two, more. A space stands before the text.
    let [fresh, young, old] = [NEVER, NEVER, NEVER]
    let [a, b, c] = [0, 0, 0]
    for (let at = 0; at < text.symbols; at++) {
      const d = plain[at * values + keys[from + places[at]]]
      if (at === 0) fresh = table[space * one + d]
      else {
        const afterFresh = b * three + space * two + c * one
        const afterYoung = space * three + b * two + c * one
        const afterOld = a * three + b * two + c * one
        const spacedLate =
          Math.min(young + table[afterYoung + space], old + table[afterOld + space]) +
          table[b * three + c * two + space * one + d]
        const spacedSoon =
          fresh + table[afterFresh + space] + table[space * three + c * two + space * one + d]
        old = Math.min(young + table[afterYoung + d], old + table[afterOld + d])
        young = fresh + table[afterFresh + d]
        fresh = Math.min(spacedLate, spacedSoon)
      }
      a = b
      b = c
      c = d
    }
    found[i] = Math.min(fresh, young, old)
  }
  return found
}
