import { recipes } from '@runnel/models/recipes'
import type { ModelConfig, Task } from '@runnel/rnn-model'
import type { NetworkOptions } from '@runnel/rnn-model/train'

/** A net to train and measure. */
export interface NetToCompare {
  label: string
  config: ModelConfig
  options: NetworkOptions
}

const tasks: Record<string, Task> = {
  // No fixed key: the shift of the training text is random.
  letters: { kind: 'transduce', direction: 'decipher', cipher: 'caesar', key: {} },
  rotation: { kind: 'recognise-key', cipher: 'caesar', keys: 26 },
}
const cells = [
  ['simple-rnn', 64],
  ['gru', 64],
  ['gru', 128],
] as const

/** {letter head, rotation head} × {SimpleRNN-64, GRU-64, GRU-128}, and a feed-forward net for each head. */
export const nets = (): NetToCompare[] => {
  const recipe = recipes()['shift-any']
  if (recipe.trainer !== 'kernels') throw new Error('shift-any is not trained by the kernels')
  const options: NetworkOptions = {
    ...recipe.options,
    epochs: 4,
    stepsPerEpoch: 400,
    sampling: { ...recipe.options.sampling, keyChange: 1 / 500 },
  }
  const made = (label: string, task: Task, cell: string, units: number, changed = {}): NetToCompare => ({
    label,
    config: { ...recipe.config, name: 'compared', layers: [{ cell, units }], task },
    options: { ...options, ...changed },
  })
  return Object.entries(tasks).flatMap(([head, task]) => [
    // One step a window and no state carried: what it says of a letter depends on that letter alone.
    made(`${head}, feed-forward 64`, task, 'simple-rnn', 64, {
      length: 1,
      batchSize: options.length * options.batchSize,
      sampling: { ...options.sampling, carry: false, fresh: 0.01 },
    }),
    ...cells.map(([cell, units]) => made(`${head}, ${cell}-${units}`, task, cell, units)),
  ])
}
