import * as tf from '@tensorflow/tfjs'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { smallConfig } from '../testing/small-net.ts'
import { startTensorflow } from '../testing/start-tensorflow.ts'
import { trainTransducer } from './train-transducer.ts'

beforeAll(startTensorflow)
afterEach(() => vi.restoreAllMocks())

test('the learning rate falls along half a cosine', async () => {
  const optimizers: tf.AdamOptimizer[] = []
  const makeAdam = tf.train.adam
  vi.spyOn(tf.train, 'adam').mockImplementation((rate) => {
    const optimizer = makeAdam(rate)
    optimizers.push(optimizer)
    return optimizer
  })
  const rates: number[] = []
  const text = 'A cat sat.'
  await trainTransducer(smallConfig(2), text, text, {
    length: 10,
    batchSize: 1,
    epochs: 2,
    stepsPerEpoch: 2,
    learningRate: 0.5,
    seed: 1,
    onProgress: () => rates.push((optimizers[0] as unknown as { learningRate: number }).learningRate),
  })
  // 0.5 · (0.02 + 0.98 · (1 + cos(π k / 4)) / 2), k = 0 to 3
  expect(rates).toEqual([0.5, 0.42824, 0.255, 0.08176].map((rate) => expect.closeTo(rate, 5)))
  expect(optimizers.length).toBe(1)
})
