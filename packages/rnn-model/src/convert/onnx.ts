import type { ModelDefinition } from '../config.ts'
import { ModelFormatError } from '../errors.ts'
import {
  assembleNetwork,
  type ConvertedLayer,
  type NetworkDescription,
  sumOf,
  toKerasOrder,
} from './network.ts'
import { type OnnxGraph, type OnnxNode, readOnnx } from './onnx-file.ts'

/** Place of each Keras gate in ONNX's rows: GRU has z, r, h as Keras, LSTM i, o, f, c. */
const cells: Readonly<Record<string, { cell: string; order: readonly number[] }>> = {
  RNN: { cell: 'simple-rnn', order: [0] },
  GRU: { cell: 'gru', order: [0, 1, 2] },
  LSTM: { cell: 'lstm', order: [0, 2, 3, 1] },
}

/**
 * Converts an ONNX net over one-hot vectors: `RNN`, `GRU` or `LSTM` nodes in one direction, in their order, then
 * the last `MatMul` and `Add`, or `Gemm`, that multiply by constants. What else is in the graph only moves numbers.
 *
 * Source: the ONNX operator specification, GRU, LSTM and RNN, versions 14 and 22.
 *
 * @param bytes an `.onnx` file with its weights inside
 * @throws ModelFormatError when it is no such net
 */
export const fromOnnx = (bytes: Uint8Array, description: NetworkDescription): ModelDefinition => {
  const graph = readOnnx(bytes)
  const layers = graph.nodes.filter(({ type }) => type in cells).map((node) => convertLayer(graph, node))
  if (layers.length === 0) throw new ModelFormatError('graph', 'an RNN, GRU or LSTM node', 'none')
  return assembleNetwork(description, layers, outputOf(graph))
}

const constant = ({ initializers }: OnnxGraph, name: string | undefined) => initializers[name ?? '']

const convertLayer = (graph: OnnxGraph, node: OnnxNode): ConvertedLayer => {
  const { cell: kind, order } = cells[node.type]
  const { direction, linear_before_reset: after = 0, activations, clip, layout } = node.attributes
  if (direction !== undefined && direction !== 'forward') {
    throw new ModelFormatError('direction', 'forward', String(direction))
  }
  if (activations !== undefined || clip !== undefined || layout) {
    throw new ModelFormatError(node.type, 'the default activations and layout, no clip', 'others')
  }
  const [w, r, b] = [1, 2, 3].map((input) => constant(graph, node.inputs[input]))
  if (!w || !r) throw new ModelFormatError(node.type, 'constant weights W and R', 'something else')
  const units = r.shape[2]
  const width = order.length * units
  const convert = (rows: Float32Array): Float32Array => toKerasOrder(rows, units, order)
  const biases = b?.values ?? new Float32Array(2 * width)
  const [bias, recurrentBias] = [convert(biases.slice(0, width)), convert(biases.slice(width))]
  const weights = { units, kernel: convert(w.values), recurrent: convert(r.values) }
  if (kind === 'gru' && after === 1) return { cell: 'gru', ...weights, bias, recurrentBias }
  const cell = kind === 'gru' ? 'gru-reset-before' : kind
  return { cell, ...weights, bias: sumOf(bias, recurrentBias) }
}

/** The last product with constants, `[units, vocabulary]`, and what is added to it. */
const outputOf = (graph: OnnxGraph): { kernel: Float32Array; bias: Float32Array } => {
  const node = graph.nodes.findLast(
    ({ type, inputs }) => (type === 'MatMul' || type === 'Gemm') && constant(graph, inputs[1]),
  )
  if (!node) throw new ModelFormatError('graph', 'a MatMul or Gemm by constants', 'none')
  const { shape, values } = constant(graph, node.inputs[1])
  const turned = node.type === 'Gemm' && node.attributes.transB === 1
  const vocabulary = turned ? shape[0] : shape[1]
  const adding = graph.nodes.find(({ type, inputs }) => type === 'Add' && inputs.includes(node.outputs[0]))
  const bias =
    node.type === 'Gemm'
      ? constant(graph, node.inputs[2])
      : adding?.inputs.map((input) => constant(graph, input)).find((array) => array !== undefined)
  return {
    kernel: turned ? toKerasOrder(values, vocabulary, [0]) : values,
    bias: bias?.values ?? new Float32Array(vocabulary),
  }
}
