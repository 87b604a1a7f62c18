import { mobyDick } from '@runnel/corpus'
import { type ModelConfig, tokenizerOf } from '@runnel/rnn-model'
import { buildLayersModel, inputTensor, writeLayerWeights } from '@runnel/rnn-model/tfjs'
import { initialWeights, type NetworkOptions, trainNetwork } from '@runnel/rnn-model/train'
import * as tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'

/** Characters a second while a net trains. */
export type Training = (config: ModelConfig) => Promise<number>

/** Time steps of a window. */
export const LENGTH = 100
/** Windows in a batch. */
export const BATCH = 64
/** Steps of which the first is not counted. */
const [WARM_UP, STEPS] = [1, 9]

const options = (shards: number): NetworkOptions => ({
  length: LENGTH,
  batchSize: BATCH,
  shards,
  epochs: 1,
  stepsPerEpoch: WARM_UP + STEPS,
  learningRate: 1e-3,
  warmUp: 1,
  beta1: 0.9,
  beta2: 0.99,
  epsilon: 1e-8,
  clip: 1,
  seed: 1,
  sampling: { carry: true, fresh: 0.2, spaceless: 0, early: 0, keyChange: 0 },
})

/** The kernels, on that many threads. */
export const kernels =
  (threads: number): Training =>
  async (config) => {
    const text = mobyDick.read()
    const times: number[] = []
    await trainNetwork(config, text, text.slice(0, 10_000), options(threads), {
      threads,
      onProgress: () => times.push(performance.now()),
    })
    const seconds = (times[WARM_UP + STEPS - 1] - times[WARM_UP - 1]) / 1000
    return (STEPS * LENGTH * BATCH) / seconds
  }

/** `fit` of tfjs layers on the wasm backend: the same net but for its GRU, which resets before the product. */
export const tensorflowFit: Training = async (config) => {
  setWasmPaths(new URL('.', import.meta.resolve('@tensorflow/tfjs-backend-wasm')).pathname)
  await tf.setBackend('wasm')
  const layers = config.layers.map(({ cell, units }) => ({
    cell: cell === 'gru' ? 'gru-reset-before' : cell,
    units,
  }))
  const known = { ...config, layers }
  const model = buildLayersModel(known, { length: LENGTH })
  writeLayerWeights(model, initialWeights(known, 1))
  model.compile({ optimizer: tf.train.adam(1e-3), loss: 'categoricalCrossentropy' })
  const tokenizer = tokenizerOf(config)
  const ids = tokenizer.encode(mobyDick.read()).subarray(0, BATCH * LENGTH + 1)
  const x = inputTensor(known, ids.subarray(0, -1), [BATCH, LENGTH])
  const y = inputTensor(known, ids.subarray(1), [BATCH, LENGTH])
  const started = performance.now()
  await model.fit(x, y, { batchSize: BATCH, epochs: 1, verbose: 0 })
  const seconds = (performance.now() - started) / 1000
  tf.dispose([x, y])
  model.dispose()
  return (LENGTH * BATCH) / seconds
}
