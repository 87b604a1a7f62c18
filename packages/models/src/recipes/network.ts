import type { ModelConfig } from '@runnel/rnn-model'
import type { NetworkOptions } from '@runnel/rnn-model/train'

/** Letters, space, apostrophe, any digit, anything else. */
export const TOKENIZER: ModelConfig['tokenizer'] = {
  alphabet: "abcdefghijklmnopqrstuvwxyz '0?",
  digit: '0',
  space: ' ',
  other: '?',
}

/** Options that all nets trained by the kernels have in common. */
export const networkOptions: Omit<
  NetworkOptions,
  'epochs' | 'stepsPerEpoch' | 'learningRate' | 'seed' | 'sampling'
> = {
  length: 100,
  batchSize: 64,
  shards: 2,
  warmUp: 50,
  beta1: 0.9,
  beta2: 0.99,
  epsilon: 1e-8,
  clip: 1,
}
