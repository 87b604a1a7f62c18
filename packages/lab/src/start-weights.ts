import type { ModelConfig, ModelDefinition } from '@runnel/rnn-model'
import { initialWeights } from '@runnel/rnn-model/train'

/** Differences of first weights from those that training begins with elsewhere. */
export interface StartOptions {
  /** Norm of W_hh: each gate's square block, orthogonal, times this. 1 when not given. */
  norm?: number
  /** Bias of an LSTM's forget gate; 0 when not given. Keras begins with 1 (`unit_forget_bias`). */
  forgetBias?: number
}

/** First weights from a seed. */
export const startWeights = (
  config: ModelConfig,
  seed: number,
  { norm = 1, forgetBias = 0 }: StartOptions = {},
): ModelDefinition => {
  const { weights } = initialWeights(config, seed)
  const { values, shape } = weights['layer0.recurrent']
  const bias = weights['layer0.bias']
  const [{ cell, units }] = config.layers
  const biases =
    cell === 'lstm' ? bias.values.map((b, i) => (Math.floor(i / units) === 1 ? forgetBias : b)) : bias.values
  return {
    config,
    weights: {
      ...weights,
      'layer0.recurrent': { shape, values: values.map((value) => norm * value) },
      'layer0.bias': { shape: bias.shape, values: biases },
    },
  }
}
