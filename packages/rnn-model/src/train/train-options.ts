import type { TrainProgress } from './progress.ts'

/** Options of `trainTransducer`. Apart from it, so that recipes can be read without TensorFlow.js. */
export interface TrainOptions {
  /** Time steps in a window; 100 in the assignment. */
  length: number
  batchSize: number
  epochs: number
  stepsPerEpoch: number
  /** Of Adam, at the start; it falls to 2 % along a half cosine. */
  learningRate: number
  seed: number
  /** Ends training after the present step; what was best so far is returned. */
  signal?: AbortSignal
  /** Called after each step. */
  onProgress?: (progress: TrainProgress) => void
}
