import type { ModelDefinition } from '@runnel/rnn-model'
import onnxProto, { type onnx } from 'onnx-proto'

/*
 * A net as an ONNX file of opset 17: ids [time, batch] and the state of one layer in, probabilities
 * [time, batch, vocabulary] and the state after them out. Written with the definitions of ONNX and protobufjs: with a
 * writer of the hand that wrote our reader, both could be wrong alike.
 */
const { ModelProto, TensorProto, AttributeProto } = onnxProto.onnx
const { FLOAT, INT64 } = TensorProto.DataType

/** Order in which ONNX keeps the gates, as indices into Keras order, and its name of the cell. */
const cells: Record<string, { type: string; order: number[]; bias: 'both' | 'input'; states: number }> = {
  'simple-rnn': { type: 'RNN', order: [0], bias: 'input', states: 1 },
  gru: { type: 'GRU', order: [0, 1, 2], bias: 'both', states: 1 },
  'gru-reset-before': { type: 'GRU', order: [0, 1, 2], bias: 'input', states: 1 },
  lstm: { type: 'LSTM', order: [0, 3, 1, 2], bias: 'input', states: 2 },
}

const tensor = (name: string, dims: number[], values: Float32Array): onnx.ITensorProto => ({
  name,
  dims,
  dataType: FLOAT,
  rawData: new Uint8Array(values.slice().buffer),
})

const node = (
  opType: string,
  input: string[],
  output: string[],
  integers: Record<string, number> = {},
): onnx.INodeProto => ({
  opType,
  input,
  output,
  attribute: Object.entries(integers).map(([name, i]) => ({
    name,
    i,
    type: AttributeProto.AttributeType.INT,
  })),
})

const value = (name: string, elemType: number, shape: (number | string)[]): onnx.IValueInfoProto => {
  const dim = shape.map((side) => (typeof side === 'number' ? { dimValue: side } : { dimParam: side }))
  return { name, type: { tensorType: { elemType, shape: { dim } } } }
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
  const stateOf = (state: string) => value(state, FLOAT, [1, 'batch', units])
  const attributes = { hidden_size: units, ...(name === 'gru' && { linear_before_reset: 1 }) }
  const outputs = stateNames.map((state) => `${state}_out`)
  const graph: onnx.IGraphProto = {
    name: config.name,
    node: [
      node('Gather', ['one_hot', 'ids'], ['x']),
      node(type, ['x', 'W', 'R', 'B', '', ...stateNames], ['y', ...outputs], attributes),
      node('Squeeze', ['y', 'axis'], ['hidden']),
      node('MatMul', ['hidden', 'V'], ['product']),
      node('Add', ['product', 'v'], ['logits']),
      node('Softmax', ['logits'], ['probabilities'], { axis: 2 }),
    ],
    initializer: initializers({ config, weights }),
    input: [value('ids', INT64, ['time', 'batch']), ...stateNames.map(stateOf)],
    output: [value('probabilities', FLOAT, ['time', 'batch', vocabulary]), ...outputs.map(stateOf)],
  }
  return ModelProto.encode({ irVersion: 8, opsetImport: [{ domain: '', version: 17 }], graph }).finish()
}

/** The tensors that a graph starts with: one-hot rows, weights in ONNX order, and the axis that is squeezed. */
const initializers = ({ config, weights }: ModelDefinition): onnx.ITensorProto[] => {
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
    { name: 'axis', dims: [1], dataType: INT64, rawData: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0) },
  ]
}
