import type { ModelConfig } from '@runnel/rnn-model'
import type { NetworkOptions, TrainOptions } from '@runnel/rnn-model/train'

/** Recipe of a model: net, text, and every number that decides the weights. */
export type Recipe = TensorflowRecipe | KernelRecipe

interface RecipeBase {
  /** One sentence for lists. */
  description: string
  config: ModelConfig
  /** Names of the texts in `tools/corpus`; users of the command line bring their own. */
  corpus: { train: string; validate: string }
}

/** Trained with `trainTransducer`, in Keras terms. */
export interface TensorflowRecipe extends RecipeBase {
  trainer: 'tensorflow'
  options: Omit<TrainOptions, 'signal' | 'onProgress'>
}

/** Trained with `trainNetwork`. */
export interface KernelRecipe extends RecipeBase {
  trainer: 'kernels'
  options: NetworkOptions
  /** Rounds the weights that ship to 8-bit whole numbers. */
  quantise: boolean
}
