import type { ModelDefinition } from '@runnel/rnn-model'
import { type RecallTrained, trainRecall } from './train-recall.ts'

/** Learning rates that are tried, the cautious one first. */
const RATES = [0.003, 0.01]

/** How a net is tried at longer and longer lags. */
export interface LagSweep {
  /** Where training starts. */
  definition: ModelDefinition
  /** Lags to try, rising. */
  lags: readonly number[]
  truncation?: number
  updates: number
  seed: number
  signal: AbortSignal
  advance?: (lag: number) => void
}

/** What a net did at each lag, up to the first at which it failed. */
export interface SweptLag extends RecallTrained {
  lag: number
}

/** Trains at one lag after another, each time from the same weights, until no learning rate is enough. */
export const sweepLags = async (sweep: LagSweep): Promise<SweptLag[]> => {
  const { definition, lags, truncation, updates, seed, signal, advance } = sweep
  const found: SweptLag[] = []
  for (const lag of lags) {
    advance?.(lag)
    let best: RecallTrained | undefined
    for (const learningRate of RATES) {
      const sizes = truncation ? { truncation } : {}
      const result = await trainRecall({ definition, lag, ...sizes, updates, learningRate, seed, signal })
      if (!best || result.accuracy > best.accuracy) best = result
      if (best.learned) break
    }
    if (best) found.push({ lag, ...best })
    if (!best?.learned) break
  }
  return found
}

/** The longest lag learned before the first that was not; 0 when there is none. */
export const longestLearned = (swept: readonly SweptLag[]): number =>
  swept.findLast(({ learned }) => learned)?.lag ?? 0
