import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { smallConfig } from '../testing/small-net.ts'
import { startTensorflow } from '../testing/start-tensorflow.ts'
import { initialWeights } from '../train/initial-weights.ts'
import type { TrainProgress } from '../train/progress.ts'
import { trainTransducer } from './train-transducer.ts'

beforeAll(startTensorflow)

const text = 'The cat sat on the mat. A dog dug a deep hole; "why?" asked the cat.\n'.repeat(5)
const options = { length: 20, batchSize: 4, epochs: 2, stepsPerEpoch: 5, learningRate: 0.02, seed: 1 }
const train = (more: Partial<Parameters<typeof trainTransducer>[3]> = {}, config = smallConfig(8)) =>
  trainTransducer(config, text, text, { ...options, ...more })

test('the loss falls, progress is told, and no tensor is left', async () => {
  const before = tf.memory().numTensors
  const told: TrainProgress[] = []
  const { history, stopped, characters } = await train({ onProgress: (progress) => told.push(progress) })
  expect(tf.memory().numTensors).toBe(before)
  expect(stopped).toBe(false)
  expect(history.map(({ epoch }) => epoch)).toEqual([1, 2])
  expect(history[1].validationLoss).toBeLessThan(history[0].validationLoss)
  expect(told.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(told[9]).toMatchObject({ epoch: 2, steps: 10, secondsLeft: 0 })
  expect(characters).toBeGreaterThan(0)
  expect(characters).toBeLessThanOrEqual(10 * 4 * 20)
})

test('it learns what is there to learn', async () => {
  const { history } = await train({ epochs: 4, stepsPerEpoch: 30 }, smallConfig(24))
  expect(history.at(-1)?.validationAccuracy).toBeGreaterThan(0.95)
})

test('the same seed gives the same weights, another one others', async () => {
  const [first, again, other] = [await train(), await train(), await train({ seed: 2 })]
  expect(again.definition).toEqual(first.definition)
  expect(other.definition).not.toEqual(first.definition)
})

test('a signal ends it at the next step and keeps the best so far', async () => {
  const controller = new AbortController()
  const { history, stopped, definition } = await train({
    signal: controller.signal,
    onProgress: ({ step }) => step === 7 && controller.abort(),
  })
  expect(stopped).toBe(true)
  expect(history.map(({ epoch }) => epoch)).toEqual([1, 2])
  expect(definition).not.toEqual(initialWeights(smallConfig(8), 1))
})

test('a signal that came before anything gives the weights it started from', async () => {
  const { stopped, definition, history } = await train({ signal: AbortSignal.abort() })
  expect({ stopped, history }).toEqual({ stopped: true, history: [] })
  expect(definition).toEqual(initialWeights(smallConfig(8), 1))
})
