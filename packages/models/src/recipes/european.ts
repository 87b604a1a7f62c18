import { networkOptions, TOKENIZER } from './network.ts'
import type { KernelRecipe } from './recipe.ts'

/** A character language model of the languages in Latin script of which there are novels, letters folded to a to z. */
export const europeanRecipe = (): KernelRecipe => ({
  trainer: 'kernels',
  description: 'predicts text in thirteen European languages letter by letter; for keys that are not known',
  config: {
    name: 'european',
    tokenizer: TOKENIZER,
    input: 'one-hot',
    layers: [{ cell: 'gru', units: 384 }],
    task: { kind: 'language' },
  },
  corpus: { train: 'european', validate: 'european-validation' },
  options: {
    ...networkOptions,
    epochs: 64,
    stepsPerEpoch: 250,
    learningRate: 5e-3,
    averaging: 0.998,
    seed: 1,
    sampling: {
      carry: true,
      fresh: 0.2,
      spaceless: 0.12,
      early: 1,
      keyChange: 0,
      noise: { streams: 0.5, rate: 0.2 },
    },
  },
  quantise: true,
})
