import onnxProto, { type onnx } from 'onnx-proto'

/*
 * The parts of an ONNX file of opset 17, by the definitions of ONNX.
 */
const { ModelProto, TensorProto, AttributeProto } = onnxProto.onnx
const { FLOAT, INT64 } = TensorProto.DataType
const { INT, INTS, STRING, GRAPH } = AttributeProto.AttributeType

/** A float32 tensor. */
export const floats = (name: string, shape: readonly number[], values: Float32Array): onnx.ITensorProto => ({
  name,
  dims: [...shape],
  dataType: FLOAT,
  rawData: new Uint8Array(values.slice().buffer),
})

/** An int64 tensor; a scalar where it is one number. */
export const wholes = (name: string, value: number | readonly number[]): onnx.ITensorProto => {
  const list = typeof value === 'number' ? [value] : value
  const dims = typeof value === 'number' ? [] : [list.length]
  return {
    name,
    dims,
    dataType: INT64,
    rawData: new Uint8Array(BigInt64Array.from(list, BigInt).buffer),
  }
}

/** Value of an attribute: a whole number, several, text, or a branch. */
export type AttributeValue = number | readonly number[] | string | onnx.IGraphProto

const attribute = (name: string, value: AttributeValue): onnx.IAttributeProto => {
  if (typeof value === 'number') return { name, i: value, type: INT }
  if (typeof value === 'string') return { name, s: new TextEncoder().encode(value), type: STRING }
  if ('node' in value) return { name, g: value, type: GRAPH }
  return { name, ints: [...(value as readonly number[])], type: INTS }
}

/** An operation. */
export const operation = (
  opType: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Readonly<Record<string, AttributeValue>> = {},
): onnx.INodeProto => ({
  opType,
  input: [...inputs],
  output: [...outputs],
  attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
})

/** Inputs or outputs by name and shape; whole numbers where it is a scalar. */
export type Sides = Readonly<Record<string, readonly number[]>>

const values = (sides: Sides): onnx.IValueInfoProto[] =>
  Object.entries(sides).map(([name, shape]) => ({
    name,
    type: {
      tensorType: {
        elemType: shape.length === 0 ? INT64 : FLOAT,
        shape: { dim: shape.map((dimValue) => ({ dimValue })) },
      },
    },
  }))

/** Operations, constants, and what goes in and out. */
export interface GraphParts {
  operations: readonly onnx.INodeProto[]
  constants: readonly onnx.ITensorProto[]
  inputs: Sides
  outputs: Sides
}

/** A graph, or a branch of one. */
export const graphOf = ({ operations, constants, inputs, outputs }: GraphParts): onnx.IGraphProto => ({
  name: 'graph',
  node: [...operations],
  initializer: [...constants],
  input: values(inputs),
  output: values(outputs),
})

/** A whole file. */
export const fileOf = (graph: onnx.IGraphProto): Uint8Array =>
  ModelProto.encode({ irVersion: 8, opsetImport: [{ domain: '', version: 17 }], graph }).finish()
