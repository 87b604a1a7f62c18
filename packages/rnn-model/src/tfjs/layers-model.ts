import * as tf from '@tensorflow/tfjs'
import type { ModelConfig, ModelDefinition, WeightArray } from '../config.ts'
import { ModelFormatError } from '../errors.ts'
import { inputSize, outputSize } from '../net-sizes.ts'
import { tokenizerOf } from '../tokenizer-of.ts'
import { weightShapes } from '../weight-shapes.ts'

/** Form in which the Keras model takes its input. */
export interface LayersModelOptions {
  /** Time steps in one call. */
  length: number
  /** Streams side by side; needed when `stateful`. */
  batchSize?: number
  /** Carries the hidden state from call to call, until `resetStates`. */
  stateful?: boolean
}

/**
 * Builds the net of `config` in Keras terms: recurrent layers over the sequence, then
 * `TimeDistributed(Dense(outputs, softmax))`. Input `[batch, time, inputSize]`, output
 * `[batch, time, outputs]`.
 *
 * The weights start at zero. The caller disposes the model.
 *
 * @throws ModelFormatError for a cell that tfjs lacks, such as a GRU that resets after the product
 */
export const buildLayersModel = (config: ModelConfig, options: LayersModelOptions): tf.LayersModel => {
  const { length, batchSize, stateful = false } = options
  const features = inputSize(config)
  const input = tf.input(
    batchSize ? { batchShape: [batchSize, length, features] } : { shape: [length, features] },
  )
  let x: tf.SymbolicTensor = input
  config.layers.forEach(({ cell, units }, layer) => {
    x = recurrentLayer(cell, { name: `layer${layer}`, units, stateful, returnSequences: true }).apply(
      x,
    ) as tf.SymbolicTensor
  })
  const dense = tf.layers.dense({
    units: outputSize(config),
    activation: 'softmax',
    kernelInitializer: 'zeros',
  })
  x = tf.layers.timeDistributed({ layer: dense, name: 'output' }).apply(x) as tf.SymbolicTensor
  return tf.model({ inputs: input, outputs: x, name: config.name.replaceAll('-', '_') })
}

interface RecurrentOptions {
  name: string
  units: number
  stateful: boolean
  returnSequences: boolean
}

/** Weights come from elsewhere, so the slow orthogonal initialiser is replaced. */
const recurrentLayer = (cell: string, options: RecurrentOptions): tf.RNN => {
  const initial = { kernelInitializer: 'zeros', recurrentInitializer: 'zeros' } as const
  const make: Record<string, () => tf.RNN> = {
    'simple-rnn': () => tf.layers.simpleRNN({ ...options, ...initial }),
    'gru-reset-before': () => tf.layers.gru({ ...options, ...initial, recurrentActivation: 'sigmoid' }),
    lstm: () => tf.layers.lstm({ ...options, ...initial, recurrentActivation: 'sigmoid' }),
  }
  const layer = make[cell]?.()
  if (layer) return layer
  throw new ModelFormatError('cell', `one that tfjs has: ${Object.keys(make).join(', ')}`, cell)
}

/** Copies the weights of a definition into a model that `buildLayersModel` made. */
export const writeLayerWeights = (model: tf.LayersModel, { config, weights }: ModelDefinition): void => {
  tf.tidy(() => {
    const tensors = Object.keys(weightShapes(config)).map((name) =>
      tf.tensor(weights[name].values, [...weights[name].shape]),
    )
    model.setWeights(tensors)
  })
}

/** Copies the weights out of a model that `buildLayersModel` made. */
export const readLayerWeights = async (
  model: tf.LayersModel,
  config: ModelConfig,
): Promise<ModelDefinition> => {
  const tensors = model.getWeights()
  const weights: Record<string, WeightArray> = {}
  for (const [index, [name, shape]] of Object.entries(weightShapes(config)).entries()) {
    weights[name] = { shape, values: Float32Array.from(await tensors[index].data()) }
  }
  return { config, weights }
}

/**
 * Input tensor of a batch of ids, `[rows, length]` row after row: one-hot vectors, or the ids as they are.
 * The caller disposes it.
 */
export const inputTensor = (
  config: ModelConfig,
  ids: ArrayLike<number>,
  shape: [number, number],
): tf.Tensor3D =>
  tf.tidy(() => {
    const indices = tf.tensor2d(Int32Array.from(ids), shape, 'int32')
    return config.input === 'scalar'
      ? indices.toFloat().expandDims<tf.Tensor3D>(-1)
      : (tf.oneHot(indices, tokenizerOf(config).vocabulary).toFloat() as tf.Tensor3D)
  })
