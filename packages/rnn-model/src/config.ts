import { createTokenizer, InvalidOptionError, type Tokenizer, type TokenizerOptions } from '@runnel/core'
import type { Cell } from './cells/cell.ts'
import { cells } from './cells/index.ts'
import { checkConfig } from './check-config.ts'
import { ModelFormatError } from './errors.ts'

/** How a token id becomes the input vector: a unit vector, or the id itself as one number. */
export type InputForm = 'one-hot' | 'scalar'

/** What a net was trained for. */
export type Task = TransduceTask | LanguageTask | RecogniseKeyTask

/** Maps ciphertext straight to plaintext, or back, under one fixed key. Gives `[vocabulary]`. */
export interface TransduceTask {
  kind: 'transduce'
  direction: 'decipher' | 'encipher'
  /** Name of a cipher in `@runnel/core`. */
  cipher: string
  key: Record<string, number | string>
}

/** Predicts the symbol that comes next: a character language model. Gives `[vocabulary]`. */
export interface LanguageTask {
  kind: 'language'
}

/** Reads ciphertext of unknown key and says under which of the cipher's keys the latest symbol stands. Gives `[keys]`. */
export interface RecogniseKeyTask {
  kind: 'recognise-key'
  /** Name of a cipher in `@runnel/core`. */
  cipher: string
  /** How many keys are told apart: for caesar 26, the shifts in order. */
  keys: number
}

/** Everything about a net but its weights. */
export interface ModelConfig {
  name: string
  tokenizer: TokenizerOptions & { alphabet: string }
  input: InputForm
  layers: readonly { cell: string; units: number }[]
  task: Task
}

/** One array of weights, `shape` row after row. */
export interface WeightArray {
  shape: readonly number[]
  readonly values: Float32Array
  /** The same as whole numbers, where `values[i] = quantised.values[i] * scales[i % scales.length]`. */
  quantised?: QuantisedArray
}

/** Weights from -127 to 127, and what 1 counts for in each column: one output of a product. */
export interface QuantisedArray {
  values: Int8Array
  /** `[last side of the shape]`. */
  scales: Float32Array
}

/** A net: its configuration and its weights by name, as a model file holds them. */
export interface ModelDefinition {
  config: ModelConfig
  weights: Readonly<Record<string, WeightArray>>
}

/** The tokenizer a net was trained with. @throws InvalidOptionError */
export const tokenizerOf = ({ tokenizer: { alphabet, ...classes } }: ModelConfig): Tokenizer =>
  createTokenizer(alphabet, classes)

/** The cell with that name. @throws ModelFormatError */
export const cellOf = (name: string): Cell => {
  const cell = cells.find((candidate) => candidate.name === name)
  if (cell) return cell
  throw new ModelFormatError('cell', `one of ${cells.map((known) => known.name).join(', ')}`, name)
}

/** Length of the input vector of one time step. */
export const inputSize = (config: ModelConfig): number =>
  config.input === 'scalar' ? 1 : tokenizerOf(config).vocabulary

/**
 * The task of a net that has to be of one kind.
 *
 * @throws InvalidOptionError when it was trained for another
 */
export const taskOf = <Kind extends Task['kind']>(
  { name, task }: ModelConfig,
  kind: Kind,
): Extract<Task, { kind: Kind }> => {
  if (task.kind === kind) return task as Extract<Task, { kind: Kind }>
  throw new InvalidOptionError('model', `${name} (${task.kind})`, `a net with the task ${kind}`)
}

/** Length of what one time step gives. */
export const outputSize = (config: ModelConfig): number =>
  config.task.kind === 'recognise-key' ? config.task.keys : tokenizerOf(config).vocabulary

/** Name and shape of every array of weights that a configuration needs. @throws ModelFormatError */
export const weightShapes = (config: ModelConfig): Record<string, number[]> => {
  checkConfig(config)
  const shapes: Record<string, number[]> = {}
  const { vocabulary } = tokenizerOf(config)
  let inputs = config.input === 'scalar' ? 1 : vocabulary
  config.layers.forEach(({ cell, units }, layer) => {
    const { gates, recurrentBias } = cellOf(cell)
    const width = gates.length * units
    shapes[`layer${layer}.kernel`] = [inputs, width]
    shapes[`layer${layer}.recurrent`] = [units, width]
    shapes[`layer${layer}.bias`] = [width]
    if (recurrentBias) shapes[`layer${layer}.recurrentBias`] = [width]
    inputs = units
  })
  const outputs = config.task.kind === 'recognise-key' ? config.task.keys : vocabulary
  shapes['output.kernel'] = [inputs, outputs]
  shapes['output.bias'] = [outputs]
  return shapes
}

/** Checks that the weights are just those that the configuration needs, all finite. @throws ModelFormatError */
export const checkWeights = ({ config, weights }: ModelDefinition): void => {
  const shapes = weightShapes(config)
  for (const [name, shape] of Object.entries(shapes)) {
    const received = weights[name]
    if (received?.shape.join() !== shape.join()) {
      throw new ModelFormatError(name, `shape [${shape}]`, received ? `[${received.shape}]` : 'no such array')
    }
    const size = shape.reduce((product, side) => product * side, 1)
    // Real values of 8-bit weights are made only when asked for; their scales tell as much.
    const { length } = (received.quantised ?? received).values
    if (length !== size) throw new ModelFormatError(name, `${size} numbers`, String(length))
    if (!(received.quantised?.scales ?? received.values).every(Number.isFinite)) {
      throw new ModelFormatError(name, 'finite numbers', 'one that is not')
    }
  }
  const extra = Object.keys(weights).find((name) => !(name in shapes))
  if (extra) throw new ModelFormatError('arrays', 'no others', extra)
}
