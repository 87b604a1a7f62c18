import { cells } from '../../cells/index.ts'
import { cellOf, type ModelDefinition } from '../../config.ts'
import type { OutputForm } from '../engine.ts'
import { inputTable } from '../input-table.ts'
import { type Format, formats, type PackedMatrix, packMatrix, padded } from './pack-matrix.ts'

/** What assembly/index.ts exports. */
export interface KernelExports {
  memory: WebAssembly.Memory
  base(): number
  run(net: number, ids: number, count: number, state: number, out: number): void
  stepMany(net: number, ids: number, states: number, count: number, out: number): void
}

/** One state vector of a layer: where it is in a state of the kernels, in bytes, and how long it is. */
export interface VectorPlace {
  offset: number
  units: number
}

/** Where things are in the memory of the kernels, in bytes. */
export interface NetPlaces {
  net: number
  /** Pointer to the state that the kernels were at last; 0 for none. */
  entered: number
  ids: number
  states: number
  out: number
  /** First byte behind all that. */
  end: number
  /** Steps that `ids` and `out` hold. */
  chunk: number
  /** Of one state. */
  stateBytes: number
  vectors: VectorPlace[]
}

const outputForms: readonly OutputForm[] = ['probabilities', 'log-probabilities', 'logits']
const LANES = 4
const PAGE = 65_536
/** Offset of `entered` in a net: the last of 18 fields. */
const ENTERED = 17 * 4

/** Makes sure that memory has `bytes` bytes. Every view of it ends when it grows. */
export const ensureMemory = (memory: WebAssembly.Memory, bytes: number): void => {
  const missing = bytes - memory.buffer.byteLength
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
}

/** Writes a net into memory, in the layout of assembly/layout.ts, and says where everything is. */
export const writeNet = (
  { memory, base }: KernelExports,
  definition: ModelDefinition,
  format: Format,
  output: OutputForm,
): NetPlaces => {
  const { config, weights } = definition
  let end = Math.ceil(base() / 16) * 16
  const reserve = (bytes: number): number => {
    const at = end
    end += Math.ceil(bytes / 16) * 16
    ensureMemory(memory, end)
    return at
  }
  const write = (array: Float32Array | Int32Array | Int16Array | Int8Array): number => {
    const at = reserve(array.byteLength)
    new Uint8Array(memory.buffer).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    return at
  }
  const fields = (...values: number[]): number => write(Int32Array.from(values))
  const matrix = ({ weights, scales, starts, columns, rows }: PackedMatrix): number =>
    fields(write(weights), write(scales), write(starts), columns, rows)
  /** A vector of gates side by side, each padded. */
  const gates = (values: Float32Array, count: number, padding = 0): Float32Array => {
    const units = values.length / count
    const out = new Float32Array(count * padded(units)).fill(padding)
    for (let g = 0; g < count; g++) out.set(values.subarray(g * units, (g + 1) * units), g * padded(units))
    return out
  }
  /** Adds the recurrent bias of all gates but the last, n, which needs it apart: the others add it anyway. */
  const fold = (values: Float32Array, l: number): Float32Array => {
    const recurrentBias = weights[`layer${l}.recurrentBias`]?.values ?? []
    const apart = values.length - config.layers[l].units
    return values.map((value, j) => (j < apart ? value + (recurrentBias[j] ?? 0) : value))
  }

  const vectors: VectorPlace[] = []
  let stateBytes = 0
  const layers = config.layers.flatMap(({ cell: name, units }, l) => {
    const cell = cellOf(name)
    const count = cell.gates.length
    const array = (part: string) => weights[`layer${l}.${part}`]
    const layer = [
      cells.indexOf(cell),
      padded(units),
      stateBytes,
      matrix(packMatrix(array('recurrent'), count, format)),
      l === 0 ? 0 : matrix(packMatrix(array('kernel'), count, format)),
      l === 0 ? 0 : write(gates(fold(array('bias').values, l), count)),
      cell.recurrentBias ? write(gates(array('recurrentBias').values, count)) : 0,
      reserve(LANES * padded(units) * 2),
    ]
    for (let v = 0; v < cell.stateVectors; v++) {
      vectors.push({ offset: stateBytes, units })
      stateBytes += padded(units) * 4
    }
    return layer
  })

  const first = cellOf(config.layers[0].cell).gates.length
  const rows = inputTable(definition).map((row) => gates(fold(row, 0), first))
  const tableStride = rows[0].byteLength
  const table = reserve(tableStride * rows.length)
  const floats = new Float32Array(memory.buffer)
  for (const [id, row] of rows.entries()) floats.set(row, (table + id * tableStride) / 4)

  const vocabulary = rows.length
  const widths = config.layers.map(({ cell, units }) => cellOf(cell).gates.length * padded(units))
  const stride = 4 * Math.max(...widths, padded(vocabulary))
  const scratch = (): number => reserve(LANES * stride)
  const net = fields(
    formats[format],
    config.layers.length,
    fields(...layers),
    matrix(packMatrix(weights['output.kernel'], 1, format)),
    write(gates(weights['output.bias'].values, 1, -1e30)),
    vocabulary,
    outputForms.indexOf(output),
    table,
    tableStride,
    ...[scratch(), scratch(), scratch(), scratch(), scratch(), scratch()],
    stride,
    reserve(LANES * 12),
    0,
  )
  const chunk = Math.max(16, Math.min(256, Math.floor(8192 / vocabulary)))
  const places = {
    ids: reserve(2 * chunk),
    states: reserve(4 * chunk),
    out: reserve(4 * chunk * vocabulary + 16),
  }
  return { net, entered: net + ENTERED, ...places, end, chunk, stateBytes, vectors }
}
