import type { ModelConfig } from '@runnel/rnn-model'

/** How a model is trained: net, text, and every number that decides the weights. */
export interface Recipe {
  /** One sentence for lists. */
  description: string
  config: ModelConfig
  /** Names of the texts in `tools/corpus`; users of the command line bring their own. */
  corpus: { train: string; validate: string }
  length: number
  batchSize: number
  epochs: number
  stepsPerEpoch: number
  learningRate: number
  seed: number
}
