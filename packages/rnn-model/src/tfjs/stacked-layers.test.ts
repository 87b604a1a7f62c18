import { createRandom } from '@runnel/core'
import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import type { InputForm, ModelConfig } from '../config.ts'
import { createModel } from '../create-model.ts'
import { smallConfig } from '../testing/small-net.ts'
import { startSwiftTensorflow } from '../testing/start-tensorflow.ts'
import { initialWeights } from '../train/initial-weights.ts'
import { buildLayersModel, inputTensor, writeLayerWeights } from './layers-model.ts'

beforeAll(startSwiftTensorflow)

const LENGTH = 100

/** Largest difference of any probability from tfjs stateful layers over `count` characters. */
const worstDifference = (config: ModelConfig, count: number): number => {
  const net = initialWeights(config, 7)
  const random = createRandom(9)
  const model = createModel(net, 'id')
  const state = model.createState()
  const oracle = buildLayersModel(config, { length: LENGTH, batchSize: 1, stateful: true })
  writeLayerWeights(oracle, net)
  let worst = 0
  for (let from = 0; from < count; from += LENGTH) {
    const ids = Array.from({ length: LENGTH }, () => 1 + random.integer(30))
    const expected = tf.tidy(() =>
      (oracle.predictOnBatch(inputTensor(config, ids, [1, LENGTH])) as tf.Tensor).dataSync(),
    )
    const out = new Float32Array(expected.length)
    model.run(ids, state, out)
    for (let i = 0; i < out.length; i++) worst = Math.max(worst, Math.abs(out[i] - expected[i]))
  }
  oracle.dispose()
  return worst
}

const layered = (input: InputForm, ...sizes: number[]): ModelConfig => ({
  ...smallConfig(1, input),
  layers: sizes.map((units) => ({ cell: 'simple-rnn', units })),
})

test.each<[number, InputForm, number[]]>([
  [10_000, 'one-hot', [64]],
  [10_000, 'scalar', [64]],
  [2000, 'one-hot', [16, 40]],
  [2000, 'scalar', [40, 16]],
  [2000, 'one-hot', [5, 33, 3]],
])(
  'weights as training starts them, %d characters, %s, layers %j: within 1e-5 of tfjs',
  (count, input, sizes) => {
    expect(worstDifference(layered(input, ...sizes), count)).toBeLessThan(1e-5)
  },
)

test('a window of another length carries the state on, as tfjs stateful layers do', () => {
  const config = layered('one-hot', 12)
  const net = initialWeights(config, 7)
  const model = createModel(net, 'id')
  const state = model.createState()
  const oracle = buildLayersModel(config, { length: 1, batchSize: 1, stateful: true })
  writeLayerWeights(oracle, net)
  for (const id of [8, 5, 12, 12, 15]) {
    const expected = tf.tidy(() =>
      (oracle.predictOnBatch(inputTensor(config, [id], [1, 1])) as tf.Tensor).dataSync(),
    )
    model.step(id, state).forEach((value, i) => {
      expect(Math.abs(value - expected[i])).toBeLessThan(1e-6)
    })
  }
  oracle.dispose()
})
