import type { WeightArray } from '../../config.ts'

/** Formats of weights, by their number in assembly/layout.ts. */
export const formats = { float32: 0, int16: 1, int8: 2 } as const

/** How the weights of a net are held. */
export type Format = keyof typeof formats

/** A matrix as assembly/layout.ts wants it. */
export interface PackedMatrix {
  rows: number
  columns: number
  weights: Float32Array | Int16Array | Int8Array
  /** What one unit of a whole-number sum counts for, `[rows]`. */
  scales: Float32Array
  /** Where sums start, `[rows]`. */
  starts: Int32Array
}

/** Rows of a block. */
const BLOCK = 32

/** The least multiple of a block that holds `count`. */
export const padded = (count: number): number => Math.ceil(count / BLOCK) * BLOCK

/** What 1 in h counts for as a whole number, by format (assembly/math.ts). */
const unit: Record<Format, number> = { float32: 1, int16: 16384, int8: 63 }
/** Sums of int16 products stay below 2³¹ when the weights of a row sum up to no more than this. */
const ROW_LIMIT = 2 ** 31 / unit.int16 - 1
/** What is added to 63 h, to make it positive. */
const MIDDLE = 64

/**
 * Packs a matrix in Keras order, `[columns, gates * units]`, for a product of each gate's units with a vector.
 * Rows of the result are gates of `padded(units)`; what pads is zero.
 */
export const packMatrix = (array: WeightArray, gates: number, format: Format): PackedMatrix => {
  const [inputs, width] = array.shape
  const units = width / gates
  const [columns, gateRows] = [padded(inputs), padded(units)]
  const rows = gates * gateRows
  const size = rows * columns
  const weights =
    format === 'float32'
      ? new Float32Array(size)
      : format === 'int16'
        ? new Int16Array(size)
        : new Int8Array(size)
  const packed: PackedMatrix = {
    rows,
    columns,
    weights,
    scales: new Float32Array(rows),
    starts: new Int32Array(rows),
  }
  for (let j = 0; j < width; j++) {
    const row = Math.floor(j / units) * gateRows + (j % units)
    const { values, scale } = wholeRow(array, j, format)
    let sum = 0
    for (let k = 0; k < inputs; k++) {
      weights[placeOf(row, k, packed, format)] = values[k]
      sum += values[k]
    }
    packed.scales[row] = scale / unit[format]
    packed.starts[row] = format === 'int8' ? -MIDDLE * sum : 0
  }
  return packed
}

/** Index in blocks of rows: [block][k][row], each with 4 bytes of k together. */
const placeOf = (row: number, k: number, { columns }: PackedMatrix, format: Format): number => {
  const together = 2 ** formats[format]
  const step = Math.floor(k / together)
  const block = Math.floor(row / BLOCK) * BLOCK * columns
  return block + (step * BLOCK + (row % BLOCK)) * together + (k % together)
}

/** One output's weights in the format, and what 1 counts for. */
const wholeRow = (
  array: WeightArray,
  column: number,
  format: Format,
): { values: ArrayLike<number>; scale: number } => {
  const [inputs, width] = array.shape
  const pick = (from: ArrayLike<number>): number[] =>
    Array.from({ length: inputs }, (_, k) => from[k * width + column])
  const real = pick(array.values)
  if (format === 'float32') return { values: real, scale: 1 }
  const sumOf = (values: number[]): number => values.reduce((sum, value) => sum + Math.abs(value), 0)
  if (array.quantised) {
    const values = pick(array.quantised.values)
    if (format === 'int8' || sumOf(values) <= ROW_LIMIT) {
      return { values, scale: array.quantised.scales[column] }
    }
  }
  const largest = Math.max(...real.map(Math.abs))
  if (largest === 0) return { values: real, scale: 1 }
  const most = format === 'int8' ? 127 : 32767
  // half a unit more for each rounding
  const perUnit = Math.min(
    most / largest,
    format === 'int16' ? (ROW_LIMIT - inputs / 2) / sumOf(real) : Number.POSITIVE_INFINITY,
  )
  return { values: real.map((value) => Math.round(value * perUnit)), scale: 1 / perUnit }
}
