import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { createModel } from '../create-model.ts'
import { ModelFormatError } from '../errors.ts'
import { randomNet, smallConfig } from '../testing/small-net.ts'
import { startTensorflow } from '../testing/start-tensorflow.ts'
import { fromKerasFiles, toKerasFiles } from './keras.ts'
import { inputTensor } from './layers-model.ts'

beforeAll(startTensorflow)

test.each(['one-hot', 'scalar'] as const)(
  '%s: written and read, predictions stay, no tensor is left',
  async (input) => {
    const before = tf.memory().numTensors
    const net = randomNet(smallConfig(6, input), 2)
    const loaded = await fromKerasFiles(await toKerasFiles(net, { length: 4, batchSize: 2 }))
    const [first, second] = [
      [8, 5, 12, 12],
      [0, 30, 1, 2],
    ]
    const received = tf.tidy(() =>
      (loaded.predict(inputTensor(net.config, [...first, ...second], [2, 4])) as tf.Tensor).dataSync(),
    )
    loaded.dispose()
    expect(tf.memory().numTensors).toBe(before)
    const model = createModel(net, 'id')
    const expected = new Float32Array(8 * 31)
    model.run(first, model.createState(), expected.subarray(0, 4 * 31))
    model.run(second, model.createState(), expected.subarray(4 * 31))
    expect(received.length).toBe(expected.length)
    received.forEach((value, i) => {
      expect(Math.abs(value - expected[i])).toBeLessThan(1e-5)
    })
  },
)

test('model.json says what Keras and tfjs read', async () => {
  const net = randomNet(smallConfig(6), 2)
  const { json, weights } = await toKerasFiles(net, { length: 10 })
  const { format, modelTopology, weightsManifest } = JSON.parse(json)
  expect(format).toBe('layers-model')
  expect(modelTopology.config.layers.map((layer: { class_name: string }) => layer.class_name)).toEqual([
    'InputLayer',
    'SimpleRNN',
    'TimeDistributed',
  ])
  const shapes = weightsManifest[0].weights.map(({ shape }: { shape: number[] }) => shape)
  expect(shapes).toEqual([[31, 6], [6, 6], [6], [6, 31], [31]])
  expect(weights.length).toBe(4 * (31 * 6 + 6 * 6 + 6 + 6 * 31 + 31))
})

test.each([
  ['no JSON', 'hello', 'model.json'],
  ['null', 'null', 'model.json'],
  ['no format', '{}', 'format'],
  ['another format', '{"format":"graph-model"}', 'format'],
  ['no net', '{"format":"layers-model"}', 'model.json'],
  [
    'a net that is none',
    '{"format":"layers-model","modelTopology":{},"weightsManifest":[{"weights":[]}]}',
    'model.json',
  ],
])('%s is refused', async (_, json, field) => {
  const error = await fromKerasFiles({ json, weights: new Uint8Array(0) }).catch((reason) => reason)
  expect(error).toBeInstanceOf(ModelFormatError)
  expect(error.field).toBe(field)
})

test('weights cut short are refused', async () => {
  const { json, weights } = await toKerasFiles(randomNet(smallConfig(6), 2), { length: 10 })
  await expect(fromKerasFiles({ json, weights: weights.subarray(0, -4) })).rejects.toThrow(ModelFormatError)
})
