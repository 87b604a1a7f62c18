import { cells as kinds } from '../../cells/index.ts'
import type { WeightArray } from '../../config.ts'
import type { NetDefinition, OutputForm } from '../engine.ts'
import { ensureMemory } from './ensure-memory.ts'
import { foldedBias, gateRows, padded } from './gate-rows.ts'

/** Exports of assembly/index.as. */
export interface KernelExports {
  memory: WebAssembly.Memory
  base(): number
  /** 1 when products of int8 weights are exact on this machine. */
  exact(): number
  pack(matrix: number, source: number, scales: number, inputs: number, gates: number, units: number): void
  run(net: number, ids: number, count: number, state: number, out: number): void
  stepMany(net: number, ids: number, states: number, count: number, out: number): void
}

/** One state vector of a layer: where it is in a state of the kernels, in bytes, and how long it is. */
export interface VectorPlace {
  offset: number
  units: number
}

/** Places in the memory of the kernels, in bytes. */
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
  /** Numbers that a step gives. */
  outputs: number
}

/** Inputs up to which int8 weights as they are cannot overflow an int32 sum, whatever h is. */
const MOST_WHOLE_INPUTS = 1032

const outputForms: readonly OutputForm[] = ['probabilities', 'log-probabilities', 'logits']
const LANES = 4
/** Offset of `entered` in a net: the last of 17 fields. */
const ENTERED = 16 * 4

/**
 * Writes a net into memory, in the layout of assembly/layout.as, and says where everything is.
 *
 * @param weightBytes bytes of a weight, as the kernels hold it
 */
export const writeNet = (
  { memory, base, pack }: KernelExports,
  { config, weights, cells, table: inputs }: NetDefinition,
  weightBytes: number,
  output: OutputForm,
): NetPlaces => {
  let end = Math.ceil(base() / 16) * 16
  const reserve = (bytes: number): number => {
    const at = end
    end += Math.ceil(bytes / 16) * 16
    ensureMemory(memory, end)
    return at
  }
  type Numbers = Float32Array | Int32Array | Int8Array
  /** Puts an array somewhere, reserved or only for a moment. */
  const put = (array: Numbers, at: number): number => {
    ensureMemory(memory, at + array.byteLength)
    new Uint8Array(memory.buffer).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    return at
  }
  const write = (array: Numbers): number => put(array, reserve(array.byteLength))
  const fields = (...values: number[]): number => write(Int32Array.from(values))
  const matrix = (array: WeightArray, gates: number): number => {
    const [inputs, width] = array.shape
    const [columns, rows] = [padded(inputs), gates * padded(width / gates)]
    const at = fields(
      reserve(columns * rows * weightBytes),
      reserve(4 * rows),
      reserve(4 * rows),
      columns,
      rows,
    )
    const whole = inputs <= MOST_WHOLE_INPUTS ? array.quantised : undefined
    const scales = whole ? put(whole.scales, end) : 0
    const source = put(whole?.values ?? array.values, end + 4 * width)
    pack(at, source, scales, inputs, gates, width / gates)
    return at
  }
  const fold = (values: Float32Array, l: number): Float32Array =>
    foldedBias(values, weights[`layer${l}.recurrentBias`]?.values, config.layers[l].units)

  const vectors: VectorPlace[] = []
  let stateBytes = 0
  const layers = config.layers.flatMap(({ units }, l) => {
    const cell = cells[l]
    const count = cell.gates.length
    const array = (part: string) => weights[`layer${l}.${part}`]
    const layer = [
      kinds.indexOf(cell),
      padded(units),
      stateBytes,
      matrix(array('recurrent'), count),
      l === 0 ? 0 : matrix(array('kernel'), count),
      l === 0 ? 0 : write(gateRows(fold(array('bias').values, l), count)),
      cell.recurrentBias ? write(gateRows(array('recurrentBias').values, count)) : 0,
      reserve(LANES * padded(units) * 2),
    ]
    for (let v = 0; v < cell.stateVectors; v++) {
      vectors.push({ offset: stateBytes, units })
      stateBytes += padded(units) * 4
    }
    return layer
  })

  const rows = inputs.map((row) => gateRows(fold(row, 0), cells[0].gates.length))
  const tableStride = rows[0].byteLength
  const table = reserve(tableStride * rows.length)
  const floats = new Float32Array(memory.buffer)
  for (const [id, row] of rows.entries()) floats.set(row, (table + id * tableStride) / 4)

  const outputs = weights['output.bias'].values.length
  const widths = config.layers.map(({ units }, l) => cells[l].gates.length * padded(units))
  const stride = 4 * Math.max(...widths, padded(outputs))
  const scratch = (): number => reserve(LANES * stride)
  const net = fields(
    config.layers.length,
    fields(...layers),
    matrix(weights['output.kernel'], 1),
    write(gateRows(weights['output.bias'].values, 1, -1e30)),
    outputs,
    outputForms.indexOf(output),
    table,
    tableStride,
    ...[scratch(), scratch(), scratch(), scratch(), scratch(), scratch()],
    stride,
    reserve(LANES * 12),
    0,
  )
  const chunk = Math.max(16, Math.min(256, Math.floor(8192 / outputs)))
  const places = {
    ids: reserve(2 * chunk),
    states: reserve(4 * chunk),
    out: reserve(4 * chunk * outputs + 16),
  }
  return { net, entered: net + ENTERED, ...places, end, chunk, stateBytes, vectors, outputs }
}
