import type { WeightArray } from './config.ts'
import { realValues } from './quantise.ts'

/** Form in which numbers are written: float32, or int8 with a float32 scale for each column. */
export type NumberType = 'float32' | 'int8'

/** An array as it is written. */
export const typeOf = ({ quantised }: WeightArray): NumberType => (quantised ? 'int8' : 'float32')

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1)

const columnsOf = (shape: readonly number[]): number => shape[shape.length - 1]

/** Bytes that an array of that shape takes: a multiple of 4. */
export const byteLength = (shape: readonly number[], type: NumberType): number =>
  type === 'float32' ? 4 * sizeOf(shape) : 4 * columnsOf(shape) + 4 * Math.ceil(sizeOf(shape) / 4)

/** Writes an array at `offset`: its numbers, or its scales and then its numbers. */
export const writeArray = (view: DataView, offset: number, { values, quantised }: WeightArray): void => {
  const floats = quantised ? quantised.scales : values
  floats.forEach((value, i) => {
    view.setFloat32(offset + 4 * i, value, true)
  })
  if (!quantised) return
  const bytes = new Int8Array(view.buffer, view.byteOffset + offset + 4 * floats.length)
  bytes.set(quantised.values)
}

/** Reads what `writeArray` wrote. */
export const readArray = (
  view: DataView,
  offset: number,
  shape: readonly number[],
  type: NumberType,
): WeightArray => {
  const count = type === 'float32' ? sizeOf(shape) : columnsOf(shape)
  const floats = new Float32Array(count)
  for (let i = 0; i < count; i++) floats[i] = view.getFloat32(offset + 4 * i, true)
  if (type === 'float32') return { shape, values: floats }
  const at = view.byteOffset + offset + 4 * count
  const values = new Int8Array(view.buffer.slice(at, at + sizeOf(shape)))
  const quantised = { values, scales: floats }
  let real: Float32Array | undefined
  return {
    shape,
    quantised,
    // made when asked for: integer kernels never do
    get values() {
      real ??= realValues(quantised)
      return real
    },
  }
}
