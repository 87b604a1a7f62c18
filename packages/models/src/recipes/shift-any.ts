import { networkOptions, TOKENIZER } from './network.ts'
import type { KernelRecipe } from './recipe.ts'

/**
 * Reads Caesar of any shift, one step a letter: at each letter the net says under which of the 26 shifts it
 * stands (a rotation head: the plaintext letter is the ciphertext letter, rotated back).
 */
export const shiftAnyRecipe = (): KernelRecipe => ({
  trainer: 'kernels',
  description: 'deciphers Caesar of any shift, also one that changes: one step a letter, no search',
  config: {
    name: 'shift-any',
    tokenizer: TOKENIZER,
    input: 'one-hot',
    layers: [{ cell: 'gru', units: 256 }],
    task: { kind: 'recognise-key', cipher: 'caesar', keys: 26 },
  },
  corpus: { train: 'english', validate: 'english-validation' },
  options: {
    ...networkOptions,
    epochs: 16,
    stepsPerEpoch: 500,
    learningRate: 4e-3,
    seed: 1,
    sampling: { carry: true, fresh: 0.2, spaceless: 0.1, early: 3, keyChange: 1 / 1000 },
  },
  quantise: true,
})
