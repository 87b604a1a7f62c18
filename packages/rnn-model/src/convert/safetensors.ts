import { ModelFormatError } from '../errors.ts'
import type { NamedArray } from './network.ts'

/**
 * Reads the float32 and float64 arrays of a safetensors file, which PyTorch and others write.
 *
 * Layout: length of the header (uint64), header in JSON with shapes and offsets, numbers; all little-endian.
 *
 * @throws ModelFormatError when it is no such file, or an array has numbers of another type
 */
export const readSafetensors = (bytes: Uint8Array): Record<string, NamedArray> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8) throw new ModelFormatError('length', 'at least 8 bytes', `${bytes.length}`)
  const start = 8 + Number(view.getBigUint64(0, true))
  if (start > bytes.length)
    throw new ModelFormatError('header', `${start} bytes`, `${bytes.length}, cut short`)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, start))) as Record<string, Entry>
  return Object.fromEntries(
    Object.entries(header)
      .filter(([name]) => name !== '__metadata__')
      .map(([name, entry]) => [name, readArray(view, start, name, entry)]),
  )
}

interface Entry {
  dtype: string
  shape: number[]
  data_offsets: [from: number, to: number]
}

const readArray = (view: DataView, start: number, name: string, entry: Entry): NamedArray => {
  const { dtype, shape, data_offsets: offsets } = entry
  const size = { F32: 4, F64: 8 }[dtype]
  if (!size) throw new ModelFormatError(name, 'numbers of type F32 or F64', dtype)
  const [from, to] = offsets.map((offset) => start + offset)
  const length = shape.reduce((product, side) => product * side, 1)
  if (to - from !== length * size || to > view.byteLength) {
    throw new ModelFormatError(name, `${length * size} bytes`, `${to - from}, or the file is cut short`)
  }
  const values = Float32Array.from({ length }, (_, i) =>
    size === 4 ? view.getFloat32(from + 4 * i, true) : view.getFloat64(from + 8 * i, true),
  )
  return { shape, values }
}
