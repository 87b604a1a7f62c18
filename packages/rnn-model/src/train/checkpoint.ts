import { InvalidOptionError } from '@runnel/core'
import type { ModelConfig } from '../config.ts'
import type { WindowTotals } from './backprop/output-layer.ts'
import type { NetworkOptions } from './network-options.ts'
import type { EpochResult } from './progress.ts'
import type { SavedShard, SavedWeights } from './shard.ts'

/** Everything from which a training run goes on as if it had never ended. Plain values and typed arrays. */
export interface Checkpoint extends SavedWeights {
  config: ModelConfig
  options: NetworkOptions
  /** Length of the text in symbols. */
  symbols: number
  /** Steps taken. */
  step: number
  /** Time that they took. */
  seconds: number
  history: EpochResult[]
  /** Of the epoch that has begun. */
  sum: WindowTotals
  /** Weights of the epoch with the lowest validation loss. */
  best: Float32Array
  shards: SavedShard[]
}

/** @throws InvalidOptionError when a checkpoint is of another net, other options or another text */
export const checkCheckpoint = (
  checkpoint: Checkpoint,
  config: ModelConfig,
  options: NetworkOptions,
  symbols: number,
): void => {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  const expected = 'one of the same net, options and text'
  if (
    !same(checkpoint.config, config) ||
    !same(checkpoint.options, options) ||
    checkpoint.symbols !== symbols
  ) {
    throw new InvalidOptionError(
      'checkpoint',
      `step ${checkpoint.step} of ${checkpoint.config.name}`,
      expected,
    )
  }
}
