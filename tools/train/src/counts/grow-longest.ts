import type { CountsOptions } from '@runnel/models/recipes'
import { type Candidate, chooseExceptions, type Row } from './choose-exceptions.ts'

/** Contexts of one length, which too few of occur for a table of all. */
export interface LongestContexts {
  /** Every run of a context and the symbol after it, as the number that they spell, in order. */
  readonly runs: Uint32Array
  readonly symbols: number
  /** Costs, and probabilities, after the contexts that are a symbol shorter. */
  readonly shorter: readonly Row[]
  readonly probabilities: Float32Array
}

/** Every run of so many symbols, as the number that they spell, in order. Six of 27 symbols fit. */
export const sortRuns = (text: Uint8Array, symbols: number, length: number): Uint32Array => {
  const runs = new Uint32Array(Math.max(0, text.length - length + 1))
  const all = symbols ** length
  let latest = 0
  for (let i = 0; i < text.length; i++) {
    latest = (latest * symbols + text[i]) % all
    if (i >= length - 1) runs[i - length + 1] = latest
  }
  return runs.sort()
}

/** Calls `keep` with the steps of each context that is worth some. */
export const growLongest = (
  { runs, symbols, shorter, probabilities }: LongestContexts,
  { price, smoothing, leastSeen = 1 }: Pick<CountsOptions, 'price' | 'smoothing' | 'leastSeen'>,
  toSteps: Candidate['toSteps'],
  keep: (context: number, steps: ReadonlyMap<number, number>) => void,
): void => {
  const counted = new Uint32Array(symbols)
  const smoothed = new Float32Array(symbols)
  for (let at = 0; at < runs.length; ) {
    const context = Math.floor(runs[at] / symbols)
    counted.fill(0)
    const from = at
    let kinds = 0
    for (; at < runs.length && Math.floor(runs[at] / symbols) === context; at++) {
      if (counted[runs[at] % symbols]++ === 0) kinds++
    }
    const weight = at - from
    if (weight < leastSeen) continue
    const below = context % shorter.length
    const leaning = smoothing * kinds
    for (let symbol = 0; symbol < symbols; symbol++) {
      const base = probabilities[below * symbols + symbol]
      smoothed[symbol] = (counted[symbol] + leaning * base) / (weight + leaning)
    }
    const chosen = chooseExceptions({ probabilities: smoothed, weight, price, toSteps }, shorter[below])
    if (chosen) keep(context, chosen.steps)
  }
}
