import { createRandom } from '@runnel/core'
import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { createModel } from '../create-model.ts'
import { randomNet, smallConfig } from '../testing/small-net.ts'
import { startSwiftTensorflow } from '../testing/start-tensorflow.ts'
import { fromKerasFiles, toKerasFiles } from './keras.ts'
import { buildLayersModel, inputTensor, readLayerWeights, writeLayerWeights } from './layers-model.ts'

beforeAll(startSwiftTensorflow)

const LENGTH = 100
const randomIds = (length: number): number[] => {
  const random = createRandom(9)
  return Array.from({ length }, () => 1 + random.integer(30))
}

test.each(['one-hot', 'scalar'] as const)(
  '%s input: probabilities within 1e-5 of tfjs over 10,000 characters, state carried',
  (input) => {
    const net = randomNet(smallConfig(64, input), 3)
    if (input === 'scalar')
      net.weights['layer0.kernel'].values.forEach((value, i, all) => {
        all[i] = value / 30
      })
    const ids = randomIds(10_000)
    const model = createModel(net, 'id')
    const state = model.createState()
    const oracle = buildLayersModel(net.config, { length: LENGTH, batchSize: 1, stateful: true })
    writeLayerWeights(oracle, net)
    let worst = 0
    for (let from = 0; from < ids.length; from += LENGTH) {
      const window = ids.slice(from, from + LENGTH)
      const expected = tf.tidy(() =>
        (oracle.predictOnBatch(inputTensor(net.config, window, [1, LENGTH])) as tf.Tensor).dataSync(),
      )
      const out = new Float32Array(expected.length)
      model.run(window, state, out)
      for (let i = 0; i < out.length; i++) worst = Math.max(worst, Math.abs(out[i] - expected[i]))
    }
    oracle.dispose()
    expect(worst).toBeLessThan(1e-5)
  },
)

// One layer of each cell is held against tfjs beside the kernels.
test.each([
  ['simple-rnn', 2],
  ['lstm', 2],
])('%s, %d layers: probabilities within 1e-5 of tfjs over 10,000 characters', (cell, layers) => {
  const net = randomNet(smallConfig(12, 'one-hot', undefined, Array(layers).fill(cell)), 5)
  const ids = randomIds(10_000)
  const model = createModel(net, 'id')
  const state = model.createState()
  const oracle = buildLayersModel(net.config, { length: 500, batchSize: 1, stateful: true })
  writeLayerWeights(oracle, net)
  let worst = 0
  for (let from = 0; from < ids.length; from += 500) {
    const window = ids.slice(from, from + 500)
    const expected = tf.tidy(() =>
      (oracle.predictOnBatch(inputTensor(net.config, window, [1, 500])) as tf.Tensor).dataSync(),
    )
    const out = new Float32Array(expected.length)
    model.run(window, state, out)
    for (let i = 0; i < out.length; i++) worst = Math.max(worst, Math.abs(out[i] - expected[i]))
  }
  oracle.dispose()
  expect(worst).toBeLessThan(1e-5)
})

test('tfjs has no GRU that resets after the product', () => {
  expect(() => buildLayersModel(smallConfig(8, 'one-hot', undefined, ['gru']), { length: 10 })).toThrow(
    'cell: expected one that tfjs has: simple-rnn, gru-reset-before, lstm',
  )
})

test('weights survive the way through a tfjs model, and nothing is left behind', async () => {
  const before = tf.memory().numTensors
  const net = randomNet(smallConfig(5), 1)
  const model = buildLayersModel(net.config, { length: 10 })
  writeLayerWeights(model, net)
  expect(await readLayerWeights(model, net.config)).toEqual(net)
  model.dispose()
  expect(tf.memory().numTensors).toBe(before)
})

test('the net has the layers of the assignment', () => {
  const model = buildLayersModel(smallConfig(64, 'scalar'), { length: LENGTH })
  expect(model.inputs[0].shape).toEqual([null, 100, 1])
  expect(model.outputs[0].shape).toEqual([null, 100, 31])
  expect(model.layers.map((layer) => layer.getClassName())).toEqual([
    'InputLayer',
    'SimpleRNN',
    'TimeDistributed',
  ])
  model.dispose()
})

test('the Keras layout is read back to the same predictions', async () => {
  const net = randomNet(smallConfig(6), 2)
  const files = await toKerasFiles(net, { length: 10 })
  expect(JSON.parse(files.json).weightsManifest[0].paths).toEqual(['weights.bin'])
  const loaded = await fromKerasFiles(files)
  const ids = randomIds(10)
  const expected = new Float32Array(310)
  const model = createModel(net, 'id')
  model.run(ids, model.createState(), expected)
  const received = tf.tidy(() =>
    (loaded.predict(inputTensor(net.config, ids, [1, 10])) as tf.Tensor).dataSync(),
  )
  loaded.dispose()
  received.forEach((value, i) => {
    expect(Math.abs(value - expected[i])).toBeLessThan(1e-5)
  })
})

test('another layout is refused', async () => {
  const files = { json: '{"format":"graph-model"}', weights: new Uint8Array() }
  await expect(fromKerasFiles(files)).rejects.toThrow('format: expected layers-model, received graph-model')
})
