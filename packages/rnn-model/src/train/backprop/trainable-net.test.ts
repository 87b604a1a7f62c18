import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { compileKernels, kernelsAsText } from '../../../scripts/kernels.mjs'
import { randomWindow } from '../../testing/random-window.ts'
import { randomNet, smallConfig } from '../../testing/small-net.ts'
import { text } from '../generated/train.wasm.ts'
import { loadTrainKernels } from './kernels.ts'
import { TrainableNet } from './trainable-net.ts'

const config = smallConfig(16, 'one-hot', undefined, ['lstm'])
const sizes = { length: 5, batch: 4 }

test('the committed kernels are what assembly/train compiles to', async () => {
  const compiled = await compileKernels('train')
  expect(text === kernelsAsText(compiled), 'run `pnpm run kernels`').toBe(true)
})

test('weights go in and come out unchanged', async () => {
  const definition = randomNet(config, 1)
  expect(new TrainableNet(await loadTrainKernels(), definition, 4, 3).read()).toEqual(definition)
})

test('three steps of Adam take the weights where those of tfjs take them', async () => {
  await tf.setBackend('cpu')
  const net = new TrainableNet(await loadTrainKernels(), randomNet(config, 1), 4, 5)
  const weights = tf.variable(tf.tensor1d(net.weights))
  const adam = tf.train.adam(0.01, 0.9, 0.99, 1e-8)
  for (let step = 1; step <= 3; step++) {
    net.backPropagate(randomWindow(config, { ...sizes, seed: step }))
    adam.applyGradients([
      { name: weights.name, tensor: tf.tensor1d(net.gradients.map((gradient) => gradient / 7)) },
    ])
    net.update({ rate: 0.01, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, step, scale: 1 / 7 })
  }
  const expected = weights.dataSync()
  const worst = net.weights.reduce((max, value, i) => Math.max(max, Math.abs(value - expected[i])), 0)
  expect(worst).toBeLessThan(1e-5)
  expect(worst).toBeGreaterThanOrEqual(0)
})

test('the length of the gradient', async () => {
  const net = new TrainableNet(await loadTrainKernels(), randomNet(config, 1), 4, 5)
  net.backPropagate(randomWindow(config, { ...sizes, seed: 1 }))
  const expected = net.gradients.reduce((sum, value) => sum + value * value, 0)
  expect(net.gradientNormSquared() / expected).toBeCloseTo(1, 6)
})

test('a stream that starts afresh forgets; one that goes on does not', async () => {
  const net = new TrainableNet(await loadTrainKernels(), randomNet(config, 1), 4, 5)
  const window = { ...randomWindow(config, { ...sizes, seed: 1 }), fresh: Uint8Array.of(1, 1, 1, 1) }
  const first = net.measure(window).loss
  expect(net.measure(window).loss).toBe(first)
  expect(net.measure({ ...window, fresh: Uint8Array.of(0, 0, 0, 0) }).loss).not.toBe(first)
})

test.each([
  ['layers', smallConfig(16, 'one-hot', undefined, ['gru', 'gru']), 4],
  ['input', smallConfig(16, 'scalar'), 4],
  ['units', smallConfig(12), 4],
  ['batch', smallConfig(16), 6],
  ['batch', smallConfig(16), 0],
])('what the kernels do not know: %s', async (option, refused, batch) => {
  const kernels = await loadTrainKernels()
  expect(() => new TrainableNet(kernels, randomNet(refused, 1), batch, 5)).toThrow(
    expect.objectContaining({ code: 'invalid_option', option }),
  )
})
