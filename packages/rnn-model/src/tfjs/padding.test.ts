import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { smallConfig } from '../testing/small-net.ts'
import { startTensorflow } from '../testing/start-tensorflow.ts'
import { trainTransducer } from './train-transducer.ts'

beforeAll(startTensorflow)

const text = 'A cat sat.\nThe dog dug a hole.\nWhy not?\n'
const options = { length: 20, batchSize: 3, epochs: 1, stepsPerEpoch: 2, learningRate: 0, seed: 1 }
const train = (more: Partial<typeof options> = {}) =>
  trainTransducer(smallConfig(8), text, text, { ...options, ...more })

test('windows with more padding have the same loss and accuracy', async () => {
  const [tight, loose] = [await train(), await train({ length: 45 })]
  const [a, b] = [tight.history[0], loose.history[0]]
  expect(b.validationLoss).toBeCloseTo(a.validationLoss, 5)
  expect(b.loss).toBeCloseTo(a.loss, 5)
  expect([b.validationAccuracy, b.accuracy]).toEqual([a.validationAccuracy, a.accuracy])
  expect(loose.characters).toBe(tight.characters)
})

test('padding moves no weight: training on looser windows takes the same steps', async () => {
  const learning = { learningRate: 0.01, epochs: 2 }
  const [tight, loose] = [await train(learning), await train({ ...learning, length: 45 })]
  for (const [name, { values }] of Object.entries(tight.definition.weights)) {
    loose.definition.weights[name].values.forEach((value, i) => {
      expect(Math.abs(value - values[i]), name).toBeLessThan(1e-4)
    })
  }
  expect(tight.history[1].loss).toBeLessThan(tight.history[0].loss)
})

test('what no training moved has the loss of chance', async () => {
  const { history, characters } = await train()
  // A net that knows nothing of 31 symbols: about ln 31 nats a character.
  expect(Math.abs(history[0].validationLoss - Math.log(31))).toBeLessThan(0.5)
  expect(history[0].validationAccuracy).toBeLessThan(0.3)
  expect(characters).toBeLessThan(2 * 3 * 20)
})

test.each([
  ['text', '', text],
  ['text', '\n\n', text],
  ['validation', text, ''],
])('no sentence as %s is refused, and leaves no tensor', async (option, train, validation) => {
  const before = tf.memory().numTensors
  await expect(trainTransducer(smallConfig(8), train, validation, options)).rejects.toThrow(
    `${option}: expected at least one sentence`,
  )
  expect(tf.memory().numTensors).toBe(before)
})
