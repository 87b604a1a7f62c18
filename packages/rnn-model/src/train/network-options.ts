import type { Sampling } from './windows/sampling.ts'

/** Options of a net that the kernels train. Together with the text these numbers decide the weights, bit for bit. */
export interface NetworkOptions {
  /** Time steps in a window. */
  length: number
  /** Streams side by side, all shards together. */
  batchSize: number
  /** Parts of the batch, of equal size, whose gradients are found apart: as many threads can share the work. */
  shards: number
  epochs: number
  stepsPerEpoch: number
  /** Of Adam, at its highest; see `learningRateAt`. */
  learningRate: number
  /** Steps over which the learning rate rises. */
  warmUp: number
  beta1: number
  beta2: number
  epsilon: number
  /** Longest gradient; longer ones are scaled down. */
  clip: number
  /** Share of the averaged weights that each step keeps; unless given, weights are taken as the last step left them. */
  averaging?: number
  seed: number
  sampling: Sampling
}
