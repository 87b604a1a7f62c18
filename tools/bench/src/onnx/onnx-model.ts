import type { ModelDefinition } from '@runnel/rnn-model'
import { bytes, integer, message } from './protobuf.ts'

/*
 * A net as an ONNX file of opset 17 (onnx.proto gives the field numbers): ids [time, batch] and the state of
 * one layer in, probabilities [time, batch, vocabulary] and the state after them out.
 */
const [FLOAT, INT64] = [1, 7]

/** Order in which ONNX keeps the gates, as indices into Keras order, and its name of the cell. */
const cells: Record<string, { type: string; order: number[]; bias: 'both' | 'input'; states: number }> = {
  'simple-rnn': { type: 'RNN', order: [0], bias: 'input', states: 1 },
  gru: { type: 'GRU', order: [0, 1, 2], bias: 'both', states: 1 },
  'gru-reset-before': { type: 'GRU', order: [0, 1, 2], bias: 'input', states: 1 },
  lstm: { type: 'LSTM', order: [0, 3, 1, 2], bias: 'input', states: 2 },
}

const tensor = (name: string, shape: readonly number[], values: Float32Array): Uint8Array =>
  message(
    ...shape.map((side) => integer(1, side)),
    integer(2, FLOAT),
    bytes(8, name),
    bytes(9, new Uint8Array(values.slice().buffer)),
  )

const node = (type: string, inputs: string[], outputs: string[], attributes: Uint8Array[] = []): Uint8Array =>
  message(
    ...inputs.map((name) => bytes(1, name)),
    ...outputs.map((name) => bytes(2, name)),
    bytes(4, type),
    ...attributes.map((attribute) => bytes(5, attribute)),
  )

const integerAttribute = (name: string, value: number): Uint8Array =>
  message(bytes(1, name), integer(3, value), integer(20, 2))

const value = (name: string, type: number, shape: (number | string)[]): Uint8Array => {
  const sides = shape.map((side) => bytes(1, [typeof side === 'number' ? integer(1, side) : bytes(2, side)]))
  return message(bytes(1, name), bytes(2, [bytes(1, [integer(1, type), bytes(2, sides)])]))
}

/** Rows of gates in ONNX order: the transpose of a Keras matrix `[inputs, gates * units]`. */
const transposed = (values: Float32Array, units: number, order: number[]): Float32Array => {
  const width = order.length * units
  const inputs = values.length / width
  return Float32Array.from({ length: values.length }, (_, i) => {
    const row = Math.floor(i / inputs)
    return values[(i % inputs) * width + order[Math.floor(row / units)] * units + (row % units)]
  })
}

/** Writes a net of one layer with one-hot input as an ONNX file. */
export const toOnnx = ({ config, weights }: ModelDefinition): Uint8Array => {
  const [{ cell: name, units }] = config.layers
  const { type, states } = cells[name]
  const [vocabulary] = weights['output.bias'].shape
  const stateNames = ['h', 'c'].slice(0, states)
  const graph = [
    bytes(1, node('Gather', ['one_hot', 'ids'], ['x'])),
    bytes(
      1,
      node(
        type,
        ['x', 'W', 'R', 'B', '', ...stateNames],
        ['y', ...stateNames.map((state) => `${state}_out`)],
        [
          integerAttribute('hidden_size', units),
          ...(name === 'gru' ? [integerAttribute('linear_before_reset', 1)] : []),
        ],
      ),
    ),
    bytes(1, node('Squeeze', ['y', 'axis'], ['hidden'])),
    bytes(1, node('MatMul', ['hidden', 'V'], ['product'])),
    bytes(1, node('Add', ['product', 'v'], ['logits'])),
    bytes(1, node('Softmax', ['logits'], ['probabilities'], [integerAttribute('axis', 2)])),
    bytes(2, config.name),
    ...initializers({ config, weights }).map((initializer) => bytes(5, initializer)),
    bytes(11, value('ids', INT64, ['time', 'batch'])),
    ...stateNames.map((state) => bytes(11, value(state, FLOAT, [1, 'batch', units]))),
    bytes(12, value('probabilities', FLOAT, ['time', 'batch', vocabulary])),
    ...stateNames.map((state) => bytes(12, value(`${state}_out`, FLOAT, [1, 'batch', units]))),
  ]
  return message(integer(1, 8), bytes(8, [bytes(1, ''), integer(2, 17)]), bytes(7, graph))
}

/** The tensors that a graph starts with: one-hot rows, weights in ONNX order, and the axis that is squeezed. */
const initializers = ({ config, weights }: ModelDefinition): Uint8Array[] => {
  const [{ cell, units }] = config.layers
  const { order, bias } = cells[cell]
  const side = order.length * units
  const [inputs] = weights['layer0.kernel'].shape
  const [vocabulary] = weights['output.bias'].shape
  const ordered = (values: ArrayLike<number>): Float32Array =>
    transposed(Float32Array.from(values), units, order)
  const none = new Float32Array(side)
  const identity = Float32Array.from({ length: inputs * inputs }, (_, i) => (i % (inputs + 1) === 0 ? 1 : 0))
  const biases = Float32Array.of(
    ...ordered(weights['layer0.bias'].values),
    ...ordered(bias === 'both' ? weights['layer0.recurrentBias'].values : none),
  )
  return [
    tensor('one_hot', [inputs, inputs], identity),
    tensor('W', [1, side, inputs], ordered(weights['layer0.kernel'].values)),
    tensor('R', [1, side, units], ordered(weights['layer0.recurrent'].values)),
    tensor('B', [1, 2 * side], biases),
    tensor('V', [units, vocabulary], weights['output.kernel'].values),
    tensor('v', [vocabulary], weights['output.bias'].values),
    message(
      integer(1, 1),
      integer(2, INT64),
      bytes(8, 'axis'),
      bytes(9, Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0)),
    ),
  ]
}
