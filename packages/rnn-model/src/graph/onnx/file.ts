import { createFieldBudget, type FieldBudget, type Fields, readFields } from '../../convert/protobuf.ts'
import { ModelFormatError } from '../../errors.ts'
import { MOST_NAME_BYTES, MOST_ONNX_SIDES } from '../../limits.ts'
import { demand } from '../check.ts'
import type { Known } from './values.ts'

/** One attribute of an operation, by what it holds. */
export interface OnnxAttribute {
  readonly number: number | undefined
  readonly numbers: readonly number[]
  readonly text: string | undefined
  tensor(): Known | undefined
  graph(): OnnxSubgraph | undefined
}

/** One operation. */
export interface OnnxOperation {
  readonly type: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes: ReadonlyMap<string, OnnxAttribute>
}

/** A graph, or a branch of one; read as far as it is asked for. */
export interface OnnxSubgraph {
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly operations: readonly OnnxOperation[]
  readonly constants: readonly (readonly [name: string, constant: Known])[]
}

const FLOAT = 1
const INT64 = 7
/** Types of whole numbers whose values a tensor may list: int32, int64, bool. */
const WHOLE: readonly (number | undefined)[] = [6, INT64, 9]
/** Numbers of a list: axes, pads, shapes. */
const MOST_LISTED = 64

/** Reads an ONNX file, branches included. Field numbers are those of onnx.proto. @throws ModelFormatError */
export const readOnnxGraph = (bytes: Uint8Array): OnnxSubgraph => {
  const budget = createFieldBudget()
  const [graph] = readFields(bytes, budget).bytes(7)
  if (!graph) throw new ModelFormatError('graph', 'an ONNX graph', 'none')
  return readGraph(graph, budget)
}

const readGraph = (content: Uint8Array, budget: FieldBudget): OnnxSubgraph => {
  const fields = readFields(content, budget)
  const names = (field: number): string[] =>
    fields.bytes(field).map((value) => textOf(readFields(value, budget).bytes(1)[0]))
  return {
    inputs: names(11),
    outputs: names(12),
    operations: fields.bytes(1).map((operation) => readOperation(operation, budget)),
    constants: fields.bytes(5).map((constant) => {
      const tensor = readFields(constant, budget)
      return [textOf(tensor.bytes(8)[0]), readTensor(tensor)]
    }),
  }
}

const readOperation = (content: Uint8Array, budget: FieldBudget): OnnxOperation => {
  const fields = readFields(content, budget)
  const attributes = fields.bytes(5).map((attribute) => {
    const read = readFields(attribute, budget)
    return [textOf(read.bytes(1)[0]), readAttribute(read, budget)] as const
  })
  return {
    type: textOf(fields.bytes(4)[0]),
    inputs: fields.bytes(1).map(textOf),
    outputs: fields.bytes(2).map(textOf),
    attributes: new Map(attributes),
  }
}

const readAttribute = (fields: Fields, budget: FieldBudget): OnnxAttribute => {
  const [float] = fields.bytes(2)
  const [text] = fields.bytes(4)
  return {
    number: float ? viewOf(float).getFloat32(0, true) : fields.number(3),
    numbers: fields.numbers(8, MOST_LISTED),
    text: text && textOf(text),
    tensor() {
      const [tensor] = fields.bytes(5)
      return tensor && readTensor(readFields(tensor, budget))
    },
    graph() {
      const [graph] = fields.bytes(6)
      return graph && readGraph(graph, budget)
    },
  }
}

const readTensor = (tensor: Fields): Known => {
  const shape = tensor.numbers(1, MOST_ONNX_SIDES)
  for (const side of shape) demand(Number.isSafeInteger(side) && side >= 0, 'tensor', 'whole sides', side)
  const length = shape.reduce((product, side) => product * side, 1)
  const type = tensor.number(2)
  const [raw] = tensor.bytes(9)
  if (type === FLOAT) {
    const content = raw ?? tensor.bytes(4)[0]
    const view = viewOf(checked(content, 4 * length))
    const values = new Float32Array(length)
    for (let i = 0; i < length; i++) values[i] = view.getFloat32(4 * i, true)
    return { shape, values }
  }
  demand(WHOLE.includes(type), 'tensor', 'numbers of type float32, int32, int64 or bool', `type ${type}`)
  return { shape, values: Float64Array.from(raw ? wholeNumbers(raw, length) : listed(tensor, type, length)) }
}

const listed = (tensor: Fields, type: number | undefined, length: number): number[] => {
  const numbers = tensor.numbers(type === INT64 ? 7 : 5, MOST_LISTED)
  demand(numbers.length === length, 'tensor', `${length} numbers`, numbers.length)
  return numbers
}

const wholeNumbers = (raw: Uint8Array, length: number): number[] => {
  const bytes = raw.length / Math.max(1, length)
  demand(raw.length === 0 || [1, 4, 8].includes(bytes), 'tensor', `${length} numbers`, `${raw.length} bytes`)
  demand(length <= MOST_LISTED, 'tensor', `at most ${MOST_LISTED} whole numbers`, length)
  const view = viewOf(raw)
  return Array.from({ length: raw.length === 0 ? 0 : length }, (_, i) => {
    if (bytes === 8) return Number(view.getBigInt64(8 * i, true))
    return bytes === 4 ? view.getInt32(4 * i, true) : view.getUint8(i)
  })
}

const viewOf = (content: Uint8Array): DataView =>
  new DataView(content.buffer, content.byteOffset, content.byteLength)

const checked = (content: Uint8Array | undefined, bytes: number): Uint8Array => {
  const given = content ?? new Uint8Array(0)
  demand(given.length === bytes, 'tensor', `${bytes} bytes`, given.length)
  return given
}

const textOf = (bytes: Uint8Array | undefined): string => {
  const content = bytes ?? new Uint8Array(0)
  demand(content.length <= MOST_NAME_BYTES, 'name', `at most ${MOST_NAME_BYTES} bytes`, content.length)
  return new TextDecoder().decode(content)
}
