import { ModelFormatError } from '../errors.ts'
import { MOST_NAME_BYTES, MOST_SIDES } from '../limits.ts'
import { shapeOf } from './json.ts'
import type { NamedArray } from './planned-array.ts'
import { createFieldBudget, type FieldBudget, type Fields, readFields } from './protobuf.ts'

/** One operation of a graph. */
export interface OnnxNode {
  type: string
  inputs: string[]
  outputs: string[]
  attributes: ReadonlyMap<string, number | string | boolean>
}

/** As much of a graph as conversion needs. */
export interface OnnxGraph {
  nodes: OnnxNode[]
  /** Constant float32 arrays by name; numbers are read when they are asked for. */
  initializers: ReadonlyMap<string, NamedArray>
}

const FLOAT = 1

/** Reads an ONNX file. Field numbers are those of onnx.proto. @throws ModelFormatError */
export const readOnnx = (bytes: Uint8Array): OnnxGraph => {
  const budget = createFieldBudget()
  const [graph] = readFields(bytes, budget).bytes(7)
  if (!graph) throw new ModelFormatError('graph', 'an ONNX graph', 'none')
  const fields = readFields(graph, budget)
  const initializers = new Map<string, NamedArray>()
  for (const content of fields.bytes(5)) {
    const tensor = readFields(content, budget)
    const name = textOf(tensor, 8)
    if (initializers.has(name)) throw new ModelFormatError(name, 'one array of that name', 'two')
    if (tensor.number(2) === FLOAT) initializers.set(name, readTensor(name, tensor))
  }
  return { nodes: fields.bytes(1).map((content) => readNode(content, budget)), initializers }
}

const textOf = (fields: Fields, field: number): string =>
  decodeName(fields.bytes(field)[0] ?? new Uint8Array(0))

const decodeName = (bytes: Uint8Array): string => {
  if (bytes.length <= MOST_NAME_BYTES) return new TextDecoder().decode(bytes)
  throw new ModelFormatError('name', `at most ${MOST_NAME_BYTES} bytes`, `${bytes.length}`)
}

const readNode = (content: Uint8Array, budget: FieldBudget): OnnxNode => {
  const fields = readFields(content, budget)
  const names = (field: number): string[] => fields.bytes(field).map(decodeName)
  const attributes = new Map<string, number | string | boolean>()
  for (const attribute of fields.bytes(5).map((one) => readFields(one, budget))) {
    const [text] = attribute.bytes(4)
    const lists = [7, 8, 9].some((field) => attribute.bytes(field).length > 0)
    const value = text ? decodeName(text) : lists ? true : (attribute.number(3) ?? 0)
    attributes.set(textOf(attribute, 1), value)
  }
  return { type: textOf(fields, 4), inputs: names(1), outputs: names(2), attributes }
}

const readTensor = (name: string, tensor: Fields): NamedArray => {
  const sides = tensor.numbers(1, MOST_SIDES)
  const shape = shapeOf(name, sides)
  const length = shape.reduce((product, side) => product * side, 1)
  const [raw] = tensor.bytes(9)
  const [packed] = tensor.bytes(4)
  const content = raw ?? packed
  if (content?.length !== 4 * length) {
    throw new ModelFormatError(name, `${4 * length} bytes`, `${content?.length ?? 0}`)
  }
  return {
    shape,
    get values() {
      const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
      const values = new Float32Array(length)
      for (let i = 0; i < length; i++) values[i] = view.getFloat32(4 * i, true)
      return values
    },
  }
}
