import { bytes, integer, message } from '../onnx/protobuf.ts'

/*
 * As much of onnx.proto as small nets need, opset 17. Numbers of fields are its.
 */
const [FLOAT, INT64] = [1, 7]

const tensorOf = (name: string, shape: readonly number[], type: number, raw: ArrayBuffer): Uint8Array =>
  message(
    ...shape.map((side) => integer(1, side)),
    integer(2, type),
    bytes(8, name),
    bytes(9, new Uint8Array(raw)),
  )

/** A float32 tensor. */
export const floats = (name: string, shape: readonly number[], values: Float32Array): Uint8Array =>
  tensorOf(name, shape, FLOAT, values.slice().buffer as ArrayBuffer)

/** An int64 tensor; a scalar where it is one number. */
export const wholes = (name: string, value: number | readonly number[]): Uint8Array => {
  const list = typeof value === 'number' ? [value] : value
  const shape = typeof value === 'number' ? [] : [list.length]
  return tensorOf(name, shape, INT64, BigInt64Array.from(list, BigInt).buffer)
}

/** Value of an attribute: a whole number, several, text, or a branch. */
export type AttributeValue = number | readonly number[] | string | Uint8Array

const attribute = (name: string, value: AttributeValue): Uint8Array => {
  if (typeof value === 'number') return message(bytes(1, name), integer(3, value), integer(20, 2))
  if (typeof value === 'string') return message(bytes(1, name), bytes(4, value), integer(20, 3))
  if (value instanceof Uint8Array) return message(bytes(1, name), bytes(6, value), integer(20, 5))
  return message(bytes(1, name), ...value.map((one) => integer(8, one)), integer(20, 7))
}

/** An operation. */
export const operation = (
  type: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Readonly<Record<string, AttributeValue>> = {},
): Uint8Array =>
  message(
    ...inputs.map((name) => bytes(1, name)),
    ...outputs.map((name) => bytes(2, name)),
    bytes(4, type),
    ...Object.entries(attributes).map(([name, value]) => bytes(5, attribute(name, value))),
  )

/** Inputs or outputs by name and shape; whole numbers where it is a scalar. */
export type Sides = Readonly<Record<string, readonly number[]>>

const values = (field: number, sides: Sides): Uint8Array[] =>
  Object.entries(sides).map(([name, shape]) => {
    const type = integer(1, shape.length === 0 ? INT64 : FLOAT)
    const list = bytes(2, message(...shape.map((side) => bytes(1, message(integer(1, side))))))
    return bytes(field, message(bytes(1, name), bytes(2, message(bytes(1, message(type, list))))))
  })

/** Operations, constants, and what goes in and out. */
export interface GraphParts {
  operations: readonly Uint8Array[]
  constants: readonly Uint8Array[]
  inputs: Sides
  outputs: Sides
}

/** A graph, or a branch of one. */
export const graphOf = ({ operations, constants, inputs, outputs }: GraphParts): Uint8Array =>
  message(
    ...operations.map((one) => bytes(1, one)),
    bytes(2, 'graph'),
    ...constants.map((one) => bytes(5, one)),
    ...values(11, inputs),
    ...values(12, outputs),
  )

/** A whole file. */
export const fileOf = (graph: Uint8Array): Uint8Array =>
  message(integer(1, 8), bytes(8, message(bytes(1, ''), integer(2, 17))), bytes(7, graph))
