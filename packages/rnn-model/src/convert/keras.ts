import type { ModelDefinition } from '../config.ts'
import { ModelFormatError } from '../errors.ts'
import {
  assembleNetwork,
  type ConvertedLayer,
  foldEmbedding,
  type NamedArray,
  type NetworkDescription,
} from './network.ts'

/** A model in the layout of tfjs and its converter from Keras. */
export interface KerasModelFiles {
  /** Text of `model.json`. */
  json: string
  /** The files that it names under `weightsManifest`, joined in that order. */
  weights: Uint8Array
}

interface LayerJson {
  class_name: string
  config: Record<string, unknown> & { name: string; layer?: LayerJson }
}

const cells: Readonly<Record<string, string>> = { SimpleRNN: 'simple-rnn', GRU: 'gru', LSTM: 'lstm' }
/** Layers without weights that change nothing when a net runs. */
const passing = ['InputLayer', 'Dropout', 'SpatialDropout1D', 'Activation', 'Softmax', 'Masking']

/**
 * Converts a net of Keras or tfjs: an `Embedding` or one-hot vectors, `SimpleRNN`, `GRU` (both conventions) or
 * `LSTM` layers, then a `Dense`, within `TimeDistributed` or not. Needs no tfjs.
 *
 * @throws ModelFormatError naming the layer or option that Runnel has no like of
 */
export const fromKeras = (files: KerasModelFiles, description: NetworkDescription): ModelDefinition => {
  const { modelTopology, weightsManifest } = JSON.parse(files.json)
  const model = modelTopology?.model_config ?? modelTopology
  const layers: LayerJson[] | undefined = model?.config?.layers ?? model?.config
  if (!Array.isArray(layers)) throw new ModelFormatError('format', 'a layers-model', 'something else')
  const next = arraysInOrder(weightsManifest, files.weights)
  const converted: ConvertedLayer[] = []
  let embedding: NamedArray | undefined
  let output: { kernel: Float32Array; bias: Float32Array } | undefined
  for (const outer of layers) {
    const { class_name: kind, config } = outer.config.layer ?? outer
    if (passing.includes(kind)) continue
    if (kind === 'Embedding') embedding = next('embeddings')
    else if (kind in cells && !output) converted.push(recurrentLayer(kind, config, next))
    else if (kind === 'Dense' && !output) {
      const kernel = next('kernel')
      const none = new Float32Array(kernel.shape[1])
      output = { kernel: kernel.values, bias: config.use_bias === false ? none : next('bias').values }
    } else throw new ModelFormatError(outer.config.name, 'recurrent layers, then one Dense', kind)
  }
  if (!output || converted.length === 0) throw new ModelFormatError('layers', 'recurrent and Dense', 'fewer')
  if (embedding) converted[0].kernel = foldEmbedding(embedding, converted[0].kernel)
  return assembleNetwork(description, converted, output)
}

type Next = (suffix: string) => NamedArray

const recurrentLayer = (kind: string, config: LayerJson['config'], next: Next): ConvertedLayer => {
  const expect = (option: string, expected: unknown): void => {
    const value = config[option] ?? expected
    if (value !== expected) {
      throw new ModelFormatError(`${config.name}.${option}`, String(expected), String(value))
    }
  }
  expect('activation', 'tanh')
  if (kind !== 'SimpleRNN') expect('recurrent_activation', 'sigmoid')
  expect('go_backwards', false)
  const units = Number(config.units)
  const kernel = next('kernel').values
  const recurrent = next('recurrent_kernel').values
  const width = recurrent.length / units
  const bias = config.use_bias === false ? undefined : next('bias')
  const base = { units, kernel, recurrent }
  const none = new Float32Array(width)
  const resetsAfter = kind === 'GRU' && (config.reset_after ?? bias?.shape.length === 2)
  if (!resetsAfter) {
    return { cell: kind === 'GRU' ? 'gru-reset-before' : cells[kind], ...base, bias: bias?.values ?? none }
  }
  // the bias of the input in the first row, that of the recurrent product in the second
  return {
    cell: 'gru',
    ...base,
    bias: bias?.values.slice(0, width) ?? none,
    recurrentBias: bias?.values.slice(width) ?? none.slice(),
  }
}

interface WeightJson {
  name: string
  shape: number[]
  dtype: string
  quantization?: unknown
}

/** The arrays one after another: Keras lists them in the order of the layers. */
const arraysInOrder = (manifest: { weights: WeightJson[] }[], bytes: Uint8Array): Next => {
  const specs = manifest.flatMap(({ weights }) => weights)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let offset = 0
  let index = 0
  return (suffix) => {
    const spec = specs[index++]
    if (!spec?.name.replace(/:\d+$/, '').endsWith(suffix)) {
      throw new ModelFormatError('weights', `an array …${suffix}`, spec?.name ?? 'no more')
    }
    const { name, shape, dtype, quantization } = spec
    if (dtype !== 'float32' || quantization) throw new ModelFormatError(name, 'float32', dtype)
    const length = shape.reduce((product, side) => product * side, 1)
    if (offset + 4 * length > bytes.length) throw new ModelFormatError(name, `${4 * length} bytes`, 'fewer')
    const values = Float32Array.from({ length }, (_, i) => view.getFloat32(offset + 4 * i, true))
    offset += 4 * length
    return { shape, values }
  }
}
