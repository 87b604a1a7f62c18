import type { ModelDefinition } from '@runnel/rnn-model'
import { type RecallTrained, trainRecall } from './train-recall.ts'

/** Learning rates that are tried, the cautious one first, and how many seeds each of them gets. */
const RATES = [0.003, 0.01]
const SEEDS = 2

/** Settings of a trial at longer and longer lags. */
export interface LagSweep {
  /** Makes the net with its first weights. */
  start: (seed: number) => ModelDefinition
  /** Lags to try, rising. */
  lags: readonly number[]
  truncation?: number
  updates: number
  seed: number
  signal: AbortSignal
  advance?: (lag: number) => void
}

/** Outcome of one lag. */
export interface SweptLag extends RecallTrained {
  lag: number
}

/** Trains at one lag after another, each time from the start, until no learning rate and no seed is enough. */
export const sweepLags = async (sweep: LagSweep): Promise<SweptLag[]> => {
  const { start, lags, truncation, updates, seed, signal, advance } = sweep
  const found: SweptLag[] = []
  for (const lag of lags) {
    advance?.(lag)
    let best: RecallTrained | undefined
    for (let at = 0; at < SEEDS * RATES.length && !best?.learned; at++) {
      const own = seed + Math.floor(at / RATES.length)
      const result = await trainRecall({
        definition: start(own),
        lag,
        ...(truncation && { truncation }),
        updates,
        learningRate: RATES[at % RATES.length],
        seed: own,
        signal,
      })
      if (!best || result.accuracy > best.accuracy) best = result
    }
    if (best) found.push({ lag, ...best })
    if (!best?.learned) break
  }
  return found
}

/** The longest lag learned before the first that was not; 0 when there is none. */
export const longestLearned = (swept: readonly SweptLag[]): number =>
  swept.findLast(({ learned }) => learned)?.lag ?? 0
