import type { InputForm, TransduceTask } from '@runnel/rnn-model'
import type { TensorflowRecipe } from './recipe.ts'

/**
 * The assignment's net: one SimpleRNN of 64 units over windows of 100 characters, then a softmax over the
 * vocabulary at each time step; learns the Caesar cipher of shift 3 in one direction.
 */
export const caesar3Recipe = (
  name: string,
  description: string,
  input: InputForm,
  direction: TransduceTask['direction'],
): TensorflowRecipe => ({
  trainer: 'tensorflow',
  description,
  config: {
    name,
    tokenizer: { alphabet: "abcdefghijklmnopqrstuvwxyz '0?", digit: '0', space: ' ', other: '?' },
    input,
    layers: [{ cell: 'simple-rnn', units: 64 }],
    task: { kind: 'transduce', direction, cipher: 'caesar', key: { shift: 3 } },
  },
  corpus: { train: 'moby-dick', validate: 'sotu' },
  options: {
    length: 100,
    batchSize: 64,
    epochs: 10,
    stepsPerEpoch: input === 'one-hot' ? 30 : 150,
    learningRate: input === 'one-hot' ? 0.01 : 0.02,
    seed: 3,
  },
})
