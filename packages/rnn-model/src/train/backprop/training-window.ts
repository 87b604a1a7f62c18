/** Window that one step of training reads: T time steps of B streams, time step after time step. */
export interface TrainingWindow {
  /** Ids that the net reads, `[T, B]`. */
  inputs: Uint16Array
  /** Outputs that it should give, `[T, B]`. */
  targets: Uint16Array
  /** Weight of each in the loss; 0 where there is nothing to learn, `[T, B]`. */
  weights: Float32Array
  /** 1 where a stream starts afresh, with a state of zeros, `[B]`. */
  fresh: Uint8Array
}

/** A window of zeros. */
export const createTrainingWindow = (length: number, batch: number): TrainingWindow => ({
  inputs: new Uint16Array(length * batch),
  targets: new Uint16Array(length * batch),
  weights: new Float32Array(length * batch),
  fresh: new Uint8Array(batch),
})
