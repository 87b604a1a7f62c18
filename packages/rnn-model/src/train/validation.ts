import type { ModelConfig } from '../config.ts'
import { loadTrainKernels } from './backprop/kernels.ts'
import { TrainableNet } from './backprop/trainable-net.ts'
import { createTrainingWindow } from './backprop/training-window.ts'
import { initialWeights } from './initial-weights.ts'
import type { NetworkOptions } from './network-options.ts'
import { WindowSource } from './windows/window-source.ts'

const STREAMS = 32
const WINDOWS = 40

/** Loss, nats a symbol, and fraction right on held-out text. */
export interface Validated {
  loss: number
  accuracy: number
}

/**
 * Readies a measure of weights on held-out text: the same windows each time, without noise, every symbol counting alike.
 *
 * @param ids held-out text
 */
export const createValidation = async (
  config: ModelConfig,
  ids: Uint8Array,
  { length, sampling, seed }: NetworkOptions,
): Promise<(weights: Float32Array) => Validated> => {
  const net = new TrainableNet(await loadTrainKernels(), initialWeights(config, seed), STREAMS, length)
  const window = createTrainingWindow(length, STREAMS)
  const { noise, ...clean } = sampling
  const held = { ...clean, early: 0 }
  return (weights) => {
    net.weights.set(weights)
    const source = new WindowSource(config, ids, STREAMS, held, seed)
    const sum = { loss: 0, right: 0, weight: 0 }
    for (let i = 0; i < WINDOWS; i++) {
      source.fill(window)
      const { loss, right, weight } = net.measure(window)
      sum.loss += loss
      sum.right += right
      sum.weight += weight
    }
    return { loss: sum.loss / sum.weight, accuracy: sum.right / sum.weight }
  }
}
