import { countContinuations, countNgrams } from './count-ngrams.ts'
import type { Discounts } from './discounts.ts'
import { smooth } from './smooth.ts'

/** The last symbols that one stream has read, and the probability of the next. */
export interface KneserNeyContext {
  /** Natural logarithm of the probability that `symbol` comes next. Leaves the context as it is. */
  logProbability(symbol: number): number
  /** Reads a symbol. */
  push(symbol: number): void
  copy(): KneserNeyContext
}

/** An n-gram language model. Frozen: any number of streams may share it, each with a context of its own. */
export interface KneserNeyModel {
  readonly order: number
  /** Symbols are numbered from 0 to one less than this. */
  readonly symbols: number
  /** Discounts of each order, lowest first. */
  readonly discounts: readonly Discounts[]
  /** A context at the start of a stream. */
  createContext(): KneserNeyContext
}

/**
 * An interpolated model with modified Kneser-Ney smoothing (Chen and Goodman 1999) of `text`, read as one
 * stream. As long as a stream has fewer than `order - 1` symbols behind it, it has the model of that lower
 * order, whose own highest counts are those of runs and not of continuations. Holds 4 bytes for each of
 * `symbols ** order` runs.
 */
export const trainKneserNey = (text: ArrayLike<number>, symbols: number, order = 5): KneserNeyModel => {
  const counts = countNgrams(text, symbols, order)
  const tables: Float32Array[] = []
  const discounts: Discounts[] = []
  let lower: ArrayLike<number> = [1 / symbols]
  for (let k = 1; k <= order; k++) {
    const continuations = k < order ? countContinuations(counts[k], symbols) : undefined
    const here = smooth(counts[k - 1], symbols, lower, true)
    tables.push(logarithms(here.probabilities as Float32Array))
    const passedUp = continuations ? smooth(continuations, symbols, lower) : here
    discounts.push(passedUp.discounts)
    lower = passedUp.probabilities
  }
  const createContext = (length = 0, run = 0): KneserNeyContext => {
    const { length: runs } = tables[order - 1]
    return {
      logProbability: (symbol) => tables[length][run * symbols + symbol],
      push(symbol) {
        run = (run * symbols + symbol) % (runs / symbols)
        if (length < order - 1) length++
      },
      copy: () => createContext(length, run),
    }
  }
  return Object.freeze({ order, symbols, discounts, createContext: () => createContext() })
}

const logarithms = (probabilities: Float32Array): Float32Array => {
  for (let i = 0; i < probabilities.length; i++) probabilities[i] = Math.log(probabilities[i])
  return probabilities
}
