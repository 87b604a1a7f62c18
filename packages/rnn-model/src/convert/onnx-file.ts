import { ModelFormatError } from '../errors.ts'
import type { NamedArray } from './network.ts'
import { type Fields, readFields } from './protobuf.ts'

/** One operation of a graph. */
export interface OnnxNode {
  type: string
  inputs: string[]
  outputs: string[]
  attributes: Record<string, number | string | boolean>
}

/** As much of a graph as conversion needs. */
export interface OnnxGraph {
  nodes: OnnxNode[]
  /** Constant float32 arrays by name. */
  initializers: Record<string, NamedArray>
}

const FLOAT = 1
const decoder = new TextDecoder()

/** Reads an ONNX file. Field numbers are those of onnx.proto. @throws ModelFormatError */
export const readOnnx = (bytes: Uint8Array): OnnxGraph => {
  const [graph] = readFields(bytes).bytes(7)
  if (!graph) throw new ModelFormatError('graph', 'an ONNX graph', 'none')
  const fields = readFields(graph)
  const initializers: Record<string, NamedArray> = {}
  for (const content of fields.bytes(5)) {
    const tensor = readFields(content)
    if (tensor.number(2) === FLOAT) initializers[textOf(tensor, 8)] = readTensor(tensor)
  }
  return { nodes: fields.bytes(1).map(readNode), initializers }
}

const textOf = (fields: Fields, field: number): string =>
  decoder.decode(fields.bytes(field)[0] ?? new Uint8Array(0))

const readNode = (content: Uint8Array): OnnxNode => {
  const fields = readFields(content)
  const names = (field: number): string[] => fields.bytes(field).map((name) => decoder.decode(name))
  const attributes: OnnxNode['attributes'] = {}
  for (const attribute of fields.bytes(5).map(readFields)) {
    const [text] = attribute.bytes(4)
    const lists = [7, 8, 9].some((field) => attribute.bytes(field).length > 0)
    attributes[textOf(attribute, 1)] = text ? decoder.decode(text) : lists ? true : (attribute.number(3) ?? 0)
  }
  return { type: textOf(fields, 4), inputs: names(1), outputs: names(2), attributes }
}

const readTensor = (tensor: Fields): NamedArray => {
  const shape = tensor.numbers(1)
  const length = shape.reduce((product, side) => product * side, 1)
  const [raw] = tensor.bytes(9)
  const [packed] = tensor.bytes(4)
  const content = raw ?? packed
  if (content?.length !== 4 * length) {
    throw new ModelFormatError(textOf(tensor, 8), `${4 * length} bytes`, `${content?.length ?? 0}`)
  }
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  return { shape, values: Float32Array.from({ length }, (_, i) => view.getFloat32(4 * i, true)) }
}
