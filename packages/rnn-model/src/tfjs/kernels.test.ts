import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ModelDefinition } from '../config.ts'
import { createModel } from '../create-model.ts'
import { typedArrayEngine } from '../engine/typed-array.ts'
import type { Arithmetic } from '../engine/wasm/arithmetic.ts'
import { loadWasmEngine } from '../engine/wasm/wasm.ts'
import { quantiseModel } from '../quantise.ts'
import { randomIds } from '../testing/conformance.ts'
import { randomNet, smallConfig } from '../testing/small-net.ts'
import { startSwiftTensorflow } from '../testing/start-tensorflow.ts'
import { buildLayersModel, inputTensor, writeLayerWeights } from './layers-model.ts'

const WINDOW = 500

/** Largest difference in probability from tfjs with the same weights. */
const tolerances: Record<Arithmetic | 'typed arrays', number> = {
  'typed arrays': 1e-5,
  float32: 1e-5,
  'float32-relaxed': 1e-5,
  int16: 5e-4,
  int8: 0.05,
}

/** Runs tfjs over the ids, its state carried from window to window. */
const expectedOf = (net: ModelDefinition, ids: Uint16Array): Float32Array => {
  const oracle = buildLayersModel(net.config, { length: WINDOW, batchSize: 1, stateful: true })
  writeLayerWeights(oracle, net)
  const all = new Float32Array(ids.length * 31)
  for (let from = 0; from < ids.length; from += WINDOW) {
    const window = ids.subarray(from, from + WINDOW)
    const out = tf.tidy(() =>
      (oracle.predictOnBatch(inputTensor(net.config, window, [1, WINDOW])) as tf.Tensor).dataSync(),
    )
    all.set(out as Float32Array, from * 31)
  }
  oracle.dispose()
  return all
}

beforeAll(startSwiftTensorflow)

/*
 * The recurrent weights are small enough for rounding errors to die away, so that a net that went another way for
 * good would be seen; the GRU that resets after the product, which tfjs has not, is held against ONNX Runtime. With 8-bit
 * weights 10,000 steps of every arithmetic are held against float64, which is a stricter judge than tfjs.
 */
describe.each(['simple-rnn', 'gru-reset-before', 'lstm'])('%s', (cell) => {
  test.each([
    ['float32 weights', 10_000, (net: ModelDefinition) => net],
    ['8-bit weights', 1000, quantiseModel],
  ])(
    '%s: every arithmetic within its tolerance of tfjs over %i steps',
    { timeout: 240_000 },
    async (_name, steps, weights) => {
      const ids = randomIds(steps)
      const net = weights(randomNet(smallConfig(20, 'one-hot', undefined, [cell]), 6))
      const expected = expectedOf(net, ids)
      for (const [name, tolerance] of Object.entries(tolerances)) {
        const engine =
          name === 'typed arrays'
            ? typedArrayEngine
            : await loadWasmEngine({ arithmetic: name as Arithmetic })
        const model = createModel(net, 'id', engine)
        const out = new Float32Array(steps * 31)
        model.run(ids, model.createState(), out)
        const worst = out.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i])), 0)
        expect(worst, name).toBeLessThan(tolerance)
      }
    },
  )
})
