import { beforeAll, describe, expect, test } from 'vitest'
import { createModel } from '../create-model.ts'
import { randomNet, smallConfig } from '../testing/small-net.ts'
import { startTensorflow } from '../testing/start-tensorflow.ts'
import { toKerasFiles } from '../tfjs/keras.ts'
import { fromKeras } from './keras.ts'

beforeAll(startTensorflow)

test.each([['simple-rnn'], ['lstm'], ['gru-reset-before'], ['lstm', 'gru-reset-before']])(
  'what tfjs wrote of %s is read back, bit for bit',
  async (...cells) => {
    const net = randomNet(smallConfig(6, 'one-hot', undefined, cells), 2)
    const { layers: _, ...description } = net.config
    expect(fromKeras(await toKerasFiles(net, { length: 5 }), description)).toEqual(net)
  },
)

/** `model.json` as Keras 3 and its converter write it, with a GRU that resets after the product. */
const keras3 = (net: ReturnType<typeof randomNet>, change: object = {}) => {
  const { weights } = net
  const [kernel, recurrent, bias] = ['kernel', 'recurrent', 'bias'].map((name) => weights[`layer0.${name}`])
  const arrays = [
    ['gru/gru_cell/kernel', kernel.shape, kernel.values],
    ['gru/gru_cell/recurrent_kernel', recurrent.shape, recurrent.values],
    ['gru/gru_cell/bias', [2, bias.shape[0]], [...bias.values, ...weights['layer0.recurrentBias'].values]],
    ['dense/kernel', weights['output.kernel'].shape, weights['output.kernel'].values],
    ['dense/bias', weights['output.bias'].shape, weights['output.bias'].values],
  ] as const
  const gru = {
    name: 'gru',
    units: 6,
    activation: 'tanh',
    recurrent_activation: 'sigmoid',
    reset_after: true,
  }
  const config = {
    layers: [
      { class_name: 'InputLayer', config: { name: 'input', batch_shape: [null, null, 31] } },
      { class_name: 'GRU', config: { ...gru, ...change } },
      { class_name: 'Dense', config: { name: 'dense', units: 31, use_bias: true } },
    ],
  }
  const json = {
    format: 'layers-model',
    modelTopology: { keras_version: '3.6.0', model_config: { class_name: 'Functional', config } },
    weightsManifest: [{ weights: arrays.map(([name, shape]) => ({ name, shape, dtype: 'float32' })) }],
  }
  const values = Float32Array.from(arrays.flatMap(([, , array]) => [...array]))
  return { json: JSON.stringify(json), weights: new Uint8Array(values.buffer) }
}

describe('a GRU of Keras 3', () => {
  const net = randomNet(smallConfig(6, 'one-hot', undefined, ['gru']), 4)
  const { layers: _, ...description } = net.config

  test('is read with both biases', () => {
    expect(fromKeras(keras3(net), description)).toEqual(net)
    expect(createModel(fromKeras(keras3(net), description), 'id').stateLength).toBe(6)
  })

  test.each([
    [
      { recurrent_activation: 'hard_sigmoid' },
      'gru.recurrent_activation: expected sigmoid, received hard_sigmoid',
    ],
    [{ activation: 'relu' }, 'gru.activation: expected tanh, received relu'],
    [{ go_backwards: true }, 'gru.go_backwards: expected false, received true'],
  ])('with %j is refused', (change, message) => {
    expect(() => fromKeras(keras3(net, change), description)).toThrow(message)
  })

  test('weights that are cut short are refused', () => {
    const files = keras3(net)
    expect(() => fromKeras({ ...files, weights: files.weights.subarray(0, -4) }, description)).toThrow(
      'dense/bias: expected 124 bytes, received fewer',
    )
  })
})

test('an embedding before the net is folded into its kernel', () => {
  const net = randomNet(smallConfig(6, 'one-hot', undefined, ['gru']), 4)
  const { layers: _, ...description } = net.config
  const files = keras3(net)
  const json = JSON.parse(files.json)
  // an identity as embedding leaves the net as it was
  json.modelTopology.model_config.config.layers.splice(1, 0, {
    class_name: 'Embedding',
    config: { name: 'e' },
  })
  json.weightsManifest[0].weights.unshift({ name: 'e/embeddings', shape: [31, 31], dtype: 'float32' })
  const identity = Float32Array.from({ length: 31 * 31 }, (_, i) => (i % 32 === 0 ? 1 : 0))
  const weights = Uint8Array.of(...new Uint8Array(identity.buffer), ...files.weights)
  expect(fromKeras({ json: JSON.stringify(json), weights }, description)).toEqual(net)
})

test('a layer that Runnel has no like of is named', () => {
  const net = randomNet(smallConfig(6, 'one-hot', undefined, ['gru']), 4)
  const { layers: _, ...description } = net.config
  const files = keras3(net)
  const json = files.json.replace('"class_name":"GRU"', '"class_name":"Bidirectional"')
  expect(() => fromKeras({ ...files, json }, description)).toThrow('Bidirectional')
  expect(() => fromKeras({ ...files, json: '{}' }, description)).toThrow('format: expected a layers-model')
})
