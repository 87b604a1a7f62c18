import type { ModelDefinition } from '../config.ts'
import { ModelFormatError } from '../errors.ts'
import { MOST_LAYERS } from '../limits.ts'
import { foldEmbedding } from './fold-embedding.ts'
import { toKerasOrder } from './keras-order.ts'
import { assembleNetwork, type ConvertedLayer, type NetworkDescription } from './network.ts'
import { type NamedArray, type PlannedArray, plan, sumOf, zeros } from './planned-array.ts'

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
  const has = (name: string): boolean => Object.hasOwn(arrays, name)
  const array = (name: string, sides: number): PlannedArray => {
    if (has(name)) return plan(name, arrays[name], sides)
    const names = Object.keys(arrays).slice(0, MOST_NAMED).join(', ')
    throw new ModelFormatError(name, 'an array', `none among ${names}`)
  }
  const order = orders[cell]
  const layerAt = (l: number): ConvertedLayer => {
    const part = (name: string, sides: number) =>
      toKerasOrder(array(`${recurrent}.${name}_l${l}`, sides), order)
    const recurrentWeights = part('weight_hh', 2)
    const [units, width] = recurrentWeights.shape
    const kernel = part('weight_ih', 2)
    // a net without biases has none of these arrays
    const [bias, recurrentBias] = ['bias_ih', 'bias_hh'].map((name) =>
      has(`${recurrent}.bias_ih_l${l}`) ? part(name, 1) : zeros(width),
    )
    return {
      cell,
      units,
      kernel: embedding && l === 0 ? foldEmbedding(array(`${embedding}.weight`, 2), kernel) : kernel,
      recurrent: recurrentWeights,
      ...(cell === 'gru' ? { bias, recurrentBias } : { bias: sumOf(recurrent, bias, recurrentBias) }),
    }
  }
  const layers = [layerAt(0)]
  // one more than there may be is enough to be refused
  while (layers.length <= MOST_LAYERS && has(`${recurrent}.weight_ih_l${layers.length}`)) {
    layers.push(layerAt(layers.length))
  }
  const kernel = toKerasOrder(array(`${output}.weight`, 2), [0])
  const bias = `${output}.bias`
  return assembleNetwork(description, layers, {
    kernel,
    bias: has(bias) ? array(bias, 1) : zeros(kernel.shape[1]),
  })
}

/** Names that an error lists. */
const MOST_NAMED = 20
