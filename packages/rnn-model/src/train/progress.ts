import type { ModelDefinition } from '../config.ts'

/** Progress of a training run. */
export interface TrainProgress {
  /** From 1. */
  epoch: number
  /** Steps taken since the start, and in all. */
  step: number
  steps: number
  /** Of the latest batch: nats a character, and the fraction of characters right. */
  loss: number
  accuracy: number
  charactersPerSecond: number
  secondsLeft: number
}

/** Outcome of one epoch. */
export interface EpochResult {
  epoch: number
  /** Mean over its batches, nats a character. */
  loss: number
  accuracy: number
  /** On text that was not trained on. */
  validationLoss: number
  validationAccuracy: number
}

/** Outcome of a training run. */
export interface TrainResult {
  /** The net of the epoch with the lowest validation loss. */
  definition: ModelDefinition
  history: EpochResult[]
  /** Says that `signal` ended it early. */
  stopped: boolean
  characters: number
  seconds: number
}
