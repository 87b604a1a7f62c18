import { createRandom } from '@runnel/core'
import type { ModelConfig } from '../config.ts'
import { outputSize } from '../net-sizes.ts'
import { tokenizerOf } from '../tokenizer-of.ts'
import { createTrainingWindow, type TrainingWindow } from '../train/backprop/training-window.ts'

/** A window of random symbols and targets, a third of them without weight, a third of the streams fresh. */
export const randomWindow = (
  config: ModelConfig,
  { length, batch, seed }: { length: number; batch: number; seed: number },
): TrainingWindow => {
  const random = createRandom(seed)
  const window = createTrainingWindow(length, batch)
  const { vocabulary } = tokenizerOf(config)
  const outputs = outputSize(config)
  for (let i = 0; i < window.inputs.length; i++) {
    window.inputs[i] = random.integer(vocabulary)
    window.targets[i] = random.integer(outputs)
    window.weights[i] = random.integer(3) === 0 ? 0 : 0.5 + random.next()
  }
  for (let i = 0; i < batch; i++) window.fresh[i] = random.integer(3) === 0 ? 1 : 0
  return window
}
