import type { ModelDefinition } from '../config.ts'
import { ModelFormatError } from '../errors.ts'
import {
  assembleNetwork,
  type ConvertedLayer,
  foldEmbedding,
  type NamedArray,
  type NetworkDescription,
  sumOf,
  toKerasOrder,
} from './network.ts'

/** Names under which a PyTorch net keeps its layers. */
export interface PyTorchOptions {
  cell: 'simple-rnn' | 'gru' | 'lstm'
  /** Name of the `nn.RNN`, `nn.GRU` or `nn.LSTM` in the module; its arrays are `NAME.weight_ih_l0` and so on. */
  recurrent: string
  /** Name of the `nn.Embedding` before it; the input is a one-hot vector unless given. */
  embedding?: string
  /** Name of the `nn.Linear` that gives the logits. */
  output: string
}

/** Place of each Keras gate in PyTorch's rows: GRU has r, z, n, LSTM i, f, g, o as Keras. */
const orders: Record<PyTorchOptions['cell'], readonly number[]> = {
  'simple-rnn': [0],
  gru: [1, 0, 2],
  lstm: [0, 1, 2, 3],
}

/**
 * Converts a PyTorch net: `nn.Embedding` or one-hot vectors, `nn.RNN` (tanh), `nn.GRU` or `nn.LSTM` of any number of layers in
 * one direction, then `nn.Linear`. Its GRU resets after the product, as `gru` does.
 *
 * @param arrays its `state_dict`, such as `readSafetensors` gives
 * @throws ModelFormatError when an array is missing, or shapes do not fit the description
 * @example
 * import { fromPyTorch, readSafetensors } from '@runnel/rnn-model/convert'
 */
export const fromPyTorch = (
  arrays: Readonly<Record<string, NamedArray>>,
  description: NetworkDescription,
  { cell, recurrent, embedding, output }: PyTorchOptions,
): ModelDefinition => {
  const array = (name: string): NamedArray => {
    const found = arrays[name]
    if (found) return found
    throw new ModelFormatError(name, 'an array', `none among ${Object.keys(arrays).join(', ')}`)
  }
  const order = orders[cell]
  const layers: ConvertedLayer[] = []
  while (layers.length === 0 || `${recurrent}.weight_ih_l${layers.length}` in arrays) {
    const part = (name: string): NamedArray => array(`${recurrent}.${name}_l${layers.length}`)
    const { shape, values } = part('weight_hh')
    const units = shape[1]
    const convert = (rows: Float32Array): Float32Array => toKerasOrder(rows, units, order)
    const first = (kernel: Float32Array): Float32Array =>
      embedding && layers.length === 0 ? foldEmbedding(array(`${embedding}.weight`), kernel) : kernel
    const bias = (name: string): Float32Array =>
      // a net without biases has none of these arrays
      `${recurrent}.bias_ih_l${layers.length}` in arrays
        ? convert(part(name).values)
        : new Float32Array(order.length * units)
    layers.push({
      cell,
      units,
      kernel: first(convert(part('weight_ih').values)),
      recurrent: convert(values),
      ...(cell === 'gru'
        ? { bias: bias('bias_ih'), recurrentBias: bias('bias_hh') }
        : { bias: sumOf(bias('bias_ih'), bias('bias_hh')) }),
    })
  }
  const { shape, values } = array(`${output}.weight`)
  return assembleNetwork(description, layers, {
    kernel: toKerasOrder(values, shape[0], [0]),
    bias: arrays[`${output}.bias`]?.values ?? new Float32Array(shape[0]),
  })
}
