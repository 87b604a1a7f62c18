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

const arrays = { float32: Float32Array, int16: Int16Array, int8: Int8Array } as const

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
 * Rows of the result are gates of `padded(units)`, in blocks: [block][k][row], each with 4 bytes of k together.
 * What pads is zero.
 */
export const packMatrix = (array: WeightArray, gates: number, format: Format): PackedMatrix => {
  const [inputs, width] = array.shape
  const units = width / gates
  const columns = padded(inputs)
  const rows = gates * padded(units)
  const together = 2 ** formats[format]
  const weights = new arrays[format](rows * columns)
  const scales = new Float32Array(rows)
  const starts = new Int32Array(rows)
  const { numbers, perUnit } = wholeNumbers(array, format)
  for (let j = 0; j < width; j++) {
    const row = Math.floor(j / units) * padded(units) + (j % units)
    const first = (row - (row % BLOCK)) * columns + (row % BLOCK) * together
    let sum = 0
    for (let k = 0; k < inputs; k++) {
      const value = numbers[k * width + j] * perUnit[j]
      const number = format === 'float32' ? value : Math.round(value)
      const part = k % together
      weights[first + (k - part) * BLOCK + part] = number
      sum += number
    }
    scales[row] = 1 / (perUnit[j] * unit[format])
    if (array.quantised && perUnit[j] === 1) scales[row] = array.quantised.scales[j] / unit[format]
    if (format === 'int8') starts[row] = -MIDDLE * sum
  }
  return { rows, columns, weights, scales, starts }
}

/** Numbers of the array, and what each of a column is multiplied by before it is rounded. */
const wholeNumbers = (
  array: WeightArray,
  format: Format,
): { numbers: ArrayLike<number>; perUnit: Float64Array } => {
  const [inputs, width] = array.shape
  const perUnit = new Float64Array(width).fill(1)
  if (format === 'float32') return { numbers: array.values, perUnit }
  const fits = format === 'int8' || 127 * inputs <= ROW_LIMIT
  if (array.quantised && fits) return { numbers: array.quantised.values, perUnit }
  const { values } = array
  for (let j = 0; j < width; j++) {
    let largest = 0
    let sum = 0
    for (let i = j; i < values.length; i += width) {
      const size = Math.abs(values[i])
      largest = Math.max(largest, size)
      sum += size
    }
    const most = format === 'int8' ? 127 / largest : 32767 / largest
    // half a unit more for each rounding
    const limit = format === 'int8' ? most : (ROW_LIMIT - inputs / 2) / sum
    if (largest > 0) perUnit[j] = Math.min(most, limit)
  }
  return { numbers: values, perUnit }
}
