import { networkOptions, TOKENIZER } from './network.ts'
import type { KernelRecipe } from './recipe.ts'

/** A character language model of English: what a live search for a key weighs its hypotheses with. */
export const englishRecipe = (): KernelRecipe => ({
  trainer: 'kernels',
  description: 'predicts English text letter by letter; for keys that are not known',
  config: {
    name: 'english',
    tokenizer: TOKENIZER,
    input: 'one-hot',
    layers: [{ cell: 'gru', units: 256 }],
    task: { kind: 'language' },
  },
  corpus: { train: 'english', validate: 'english-validation' },
  options: {
    ...networkOptions,
    epochs: 40,
    stepsPerEpoch: 500,
    learningRate: 6e-3,
    seed: 1,
    sampling: { carry: true, fresh: 0.2, spaceless: 0.12, early: 1, keyChange: 0 },
  },
  quantise: true,
})
