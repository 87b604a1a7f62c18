import { checkWeights } from '../check-weights.ts'
import type { ModelConfig, ModelDefinition, WeightArray } from '../config.ts'

/** Facts that a file of weights does not tell: the symbols, and the task of the net. */
export type NetworkDescription = Omit<ModelConfig, 'layers'>

/** An array of a file: row after row. */
export interface NamedArray {
  shape: readonly number[]
  values: Float32Array
}

/** One recurrent layer in Keras order, as the converters give it. */
export interface ConvertedLayer {
  cell: string
  units: number
  kernel: Float32Array
  recurrent: Float32Array
  bias: Float32Array
  recurrentBias?: Float32Array
}

/** Puts layers and output together. @throws ModelFormatError when they do not fit the description */
export const assembleNetwork = (
  description: NetworkDescription,
  layers: readonly ConvertedLayer[],
  output: { kernel: Float32Array; bias: Float32Array },
): ModelDefinition => {
  const weights: Record<string, WeightArray> = {}
  const add = (name: string, values: Float32Array, columns?: number): void => {
    const shape = columns === undefined ? [values.length] : [values.length / columns, columns]
    weights[name] = { shape, values }
  }
  layers.forEach(({ kernel, recurrent, bias, recurrentBias }, l) => {
    add(`layer${l}.kernel`, kernel, bias.length)
    add(`layer${l}.recurrent`, recurrent, bias.length)
    add(`layer${l}.bias`, bias)
    if (recurrentBias) add(`layer${l}.recurrentBias`, recurrentBias)
  })
  add('output.kernel', output.kernel, output.bias.length)
  add('output.bias', output.bias)
  const config = { ...description, layers: layers.map(({ cell, units }) => ({ cell, units })) }
  const definition = { config, weights }
  checkWeights(definition)
  return definition
}

/**
 * Turns weights with a row for each output, gates in another order, into Keras order: `[inputs, gates * units]`.
 *
 * @param rows `[gates * units, inputs]`
 * @param order for each Keras gate, its place in `rows`
 */
export const toKerasOrder = (rows: Float32Array, units: number, order: readonly number[]): Float32Array => {
  const width = order.length * units
  const inputs = rows.length / width
  return Float32Array.from({ length: rows.length }, (_, i) => {
    const [k, j] = [Math.floor(i / width), i % width]
    return rows[(order[Math.floor(j / units)] * units + (j % units)) * inputs + k]
  })
}

/** The sum of two vectors. */
export const sumOf = (a: Float32Array, b: Float32Array): Float32Array => a.map((value, i) => value + b[i])

/** Embedding and kernel made one matrix: the input is a symbol, so their product is a row look-up too. */
export const foldEmbedding = (embedding: NamedArray, kernel: Float32Array): Float32Array => {
  const [symbols, size] = embedding.shape
  const width = kernel.length / size
  return Float32Array.from({ length: symbols * width }, (_, i) => {
    const [symbol, j] = [Math.floor(i / width), i % width]
    let sum = 0
    for (let k = 0; k < size; k++) sum += embedding.values[symbol * size + k] * kernel[k * width + j]
    return sum
  })
}
