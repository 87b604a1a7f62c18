import type { ModelDefinition } from '../config.ts'
import { ModelFormatError } from '../errors.ts'
import { toKerasOrder } from './keras-order.ts'
import {
  assembleNetwork,
  type ConvertedLayer,
  type ConvertedOutput,
  type NetworkDescription,
} from './network.ts'
import { type OnnxGraph, type OnnxNode, readOnnx } from './onnx-file.ts'
import { type PlannedArray, plan, sumOf, zeros } from './planned-array.ts'

/** Place of each Keras gate in ONNX's rows: GRU has z, r, h as Keras, LSTM i, o, f, c. */
const cells: ReadonlyMap<string, CellOfOnnx> = new Map([
  ['RNN', { cell: 'simple-rnn', order: [0] }],
  ['GRU', { cell: 'gru', order: [0, 1, 2] }],
  ['LSTM', { cell: 'lstm', order: [0, 2, 3, 1] }],
])

interface CellOfOnnx {
  cell: string
  order: readonly number[]
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
  const take = takeOnce(graph)
  const layers = graph.nodes.filter(({ type }) => cells.has(type)).map((node) => convertLayer(node, take))
  if (layers.length === 0) throw new ModelFormatError('graph', 'an RNN, GRU or LSTM node', 'none')
  return assembleNetwork(description, layers, outputOf(graph, take))
}

/** Gives a constant by name; none for what is not one. */
export type Take = (name: string | undefined, sides: number) => PlannedArray | undefined

/** Gives each constant to one operation: more of them would make a net that is larger than its file. */
const takeOnce = ({ initializers }: OnnxGraph): Take => {
  const taken = new Set<string>()
  return (name = '', sides) => {
    const array = initializers.get(name)
    if (!array) return undefined
    if (taken.has(name)) throw new ModelFormatError(name, 'an array of one operation', 'one of several')
    taken.add(name)
    return plan(name, array, sides)
  }
}

/** Converts a recurrent operation, whose constants `take` gives by name. @throws ModelFormatError */
export const convertLayer = ({ type, inputs, attributes }: OnnxNode, take: Take): ConvertedLayer => {
  const { cell: kind, order } = cells.get(type) as CellOfOnnx
  const direction = attributes.get('direction')
  if (direction !== undefined && direction !== 'forward') {
    throw new ModelFormatError('direction', 'forward', String(direction))
  }
  if (attributes.has('activations') || attributes.has('clip') || attributes.get('layout')) {
    throw new ModelFormatError(type, 'the default activations and layout, no clip', 'others')
  }
  const [, w, r, b] = inputs
  const [kernel, recurrent] = [take(w, 3), take(r, 3)].map((array) => array && oneDirection(type, array))
  if (!kernel || !recurrent) throw new ModelFormatError(type, 'constant weights W and R', 'something else')
  const [width, units] = recurrent.shape
  const biases = take(b, 2)
  const halves = biases ? halvesOf(type, oneDirection(type, biases), width) : [zeros(width), zeros(width)]
  const [bias, recurrentBias] = halves.map((half) => toKerasOrder(half, order))
  const weights = { units, kernel: toKerasOrder(kernel, order), recurrent: toKerasOrder(recurrent, order) }
  if (kind === 'gru' && attributes.get('linear_before_reset') === 1) {
    return { cell: 'gru', ...weights, bias, recurrentBias }
  }
  const cell = kind === 'gru' ? 'gru-reset-before' : kind
  return { cell, ...weights, bias: sumOf(type, bias, recurrentBias) }
}

/** An array without its first side, which counts directions. */
const oneDirection = (type: string, { shape: [directions, ...shape], make }: PlannedArray): PlannedArray => {
  if (directions !== 1) throw new ModelFormatError(type, 'one direction', String(directions))
  return { shape, make }
}

/** The biases of the input and of the recurrent product, which lie one behind the other. */
const halvesOf = (type: string, { shape, make }: PlannedArray, width: number): PlannedArray[] => {
  if (shape[0] !== 2 * width) throw new ModelFormatError(type, `a bias of ${2 * width}`, String(shape[0]))
  return [0, width].map((from) => ({ shape: [width], make: () => make().subarray(from, from + width) }))
}

/** The last product with constants, `[units, vocabulary]`, and what is added to it. */
const outputOf = (graph: OnnxGraph, take: Take): ConvertedOutput => {
  const { initializers, nodes } = graph
  const node = nodes.findLast(
    ({ type, inputs }) => (type === 'MatMul' || type === 'Gemm') && initializers.has(inputs[1] ?? ''),
  )
  const weights = node && take(node.inputs[1], 2)
  if (!weights) throw new ModelFormatError('graph', 'a MatMul or Gemm by constants', 'none')
  const turned = node.type === 'Gemm' && node.attributes.get('transB') === 1
  const kernel = turned ? toKerasOrder(weights, [0]) : weights
  const adding = nodes.find(({ type, inputs }) => type === 'Add' && inputs.includes(node.outputs[0]))
  const bias = node.type === 'Gemm' ? node.inputs[2] : adding?.inputs.find((input) => initializers.has(input))
  return { kernel, bias: take(bias, 1) ?? zeros(kernel.shape[1]) }
}
