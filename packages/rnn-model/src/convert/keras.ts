import { cellOf } from '../cells/cell-of.ts'
import type { ModelDefinition } from '../config.ts'
import { ModelFormatError } from '../errors.ts'
import { foldEmbedding } from './fold-embedding.ts'
import { type JsonObject, objectOf, parseJson, shown } from './json.ts'
import { arraysInOrder, type NextArray } from './keras-arrays.ts'
import {
  assembleNetwork,
  type ConvertedLayer,
  type ConvertedOutput,
  type NetworkDescription,
} from './network.ts'
import { checkSides, type PlannedArray, zeros } from './planned-array.ts'

/** A model in the layout of tfjs and its converter from Keras. */
export interface KerasModelFiles {
  /** Text of `model.json`. */
  json: string
  /** The files that it names under `weightsManifest`, joined in that order. */
  weights: Uint8Array
}

const cells: ReadonlyMap<unknown, string> = new Map([
  ['SimpleRNN', 'simple-rnn'],
  ['GRU', 'gru-reset-before'],
  ['LSTM', 'lstm'],
])
/** Layers without weights that change nothing when a net runs. */
const passing: readonly unknown[] = [
  'InputLayer',
  'Dropout',
  'SpatialDropout1D',
  'Activation',
  'Softmax',
  'Masking',
]

/**
 * Converts a net of Keras or tfjs: an `Embedding` or one-hot vectors, `SimpleRNN`, `GRU` (both conventions) or
 * `LSTM` layers, then a `Dense`, within `TimeDistributed` or not. Needs no tfjs.
 *
 * @throws ModelFormatError naming the layer or option that Runnel has no like of
 */
export const fromKeras = (files: KerasModelFiles, description: NetworkDescription): ModelDefinition => {
  const { modelTopology, weightsManifest } = objectOf('model.json', parseJson('model.json', files.json))
  const layers = layersOf(modelTopology)
  const next = arraysInOrder(weightsManifest, files.weights)
  const converted: ConvertedLayer[] = []
  let embedding: PlannedArray | undefined
  let output: ConvertedOutput | undefined
  for (const { kind, name, config } of layers) {
    const cell = cells.get(kind)
    if (passing.includes(kind)) continue
    if (kind === 'Embedding') embedding = next('embeddings', 2)
    else if (cell && !output) converted.push(recurrentLayer(cell, name, config, next))
    else if (kind === 'Dense' && !output) {
      const kernel = next('kernel', 2)
      output = { kernel, bias: config.use_bias === false ? zeros(kernel.shape[1]) : next('bias', 1) }
    } else throw new ModelFormatError(name, 'recurrent layers, then one Dense', shown(kind))
  }
  if (!output || converted.length === 0) throw new ModelFormatError('layers', 'recurrent and Dense', 'fewer')
  if (embedding) converted[0].kernel = foldEmbedding(embedding, converted[0].kernel)
  return assembleNetwork(description, converted, output)
}

interface Layer {
  kind: unknown
  name: string
  config: JsonObject
}

/** The layers, without what only wraps one. */
const layersOf = (topology: unknown): Layer[] => {
  const inner = (value: unknown, key: string): unknown => (value as JsonObject | null | undefined)?.[key]
  const config = inner(inner(topology, 'model_config') ?? topology, 'config')
  const layers = inner(config, 'layers') ?? config
  if (!Array.isArray(layers)) throw new ModelFormatError('format', 'a layers-model', 'something else')
  return layers.map((value) => {
    const outer = objectOf('layers', value)
    const wrapper = objectOf('config', outer.config)
    const layer = wrapper.layer === undefined ? outer : objectOf('layer', wrapper.layer)
    return { kind: layer.class_name, name: shown(wrapper.name), config: objectOf('config', layer.config) }
  })
}

const recurrentLayer = (cell: string, name: string, config: JsonObject, next: NextArray): ConvertedLayer => {
  const expect = (option: string, expected: unknown): void => {
    const value = config[option] ?? expected
    if (value !== expected) throw new ModelFormatError(`${name}.${option}`, String(expected), shown(value))
  }
  expect('activation', 'tanh')
  if (cell !== 'simple-rnn') expect('recurrent_activation', 'sigmoid')
  expect('go_backwards', false)
  const units = typeof config.units === 'number' ? config.units : Number.NaN
  const kernel = next('kernel', 2)
  const recurrent = next('recurrent_kernel', 2)
  const bias = config.use_bias === false ? undefined : next('bias')
  const width = cellOf(cell).gates.length * units
  const resetsAfter = cell === 'gru-reset-before' && (config.reset_after ?? bias?.shape.length === 2)
  if (!resetsAfter) {
    if (bias) checkSides(name, bias.shape, 1)
    return { cell, units, kernel, recurrent, bias: bias ?? zeros(width) }
  }
  const [first, second] = bias ? rowsOf(name, bias) : [zeros(width), zeros(width)]
  return { cell: 'gru', units, kernel, recurrent, bias: first, recurrentBias: second }
}

/** The bias of the input, in the first row, and that of the recurrent product, in the second. */
const rowsOf = (name: string, { shape, make }: PlannedArray): PlannedArray[] => {
  checkSides(name, shape, 2)
  const [rows, width] = shape
  if (rows !== 2) throw new ModelFormatError(name, 'two biases', String(rows))
  return [0, width].map((from) => ({ shape: [width], make: () => make().slice(from, from + width) }))
}
