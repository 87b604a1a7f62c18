import { ModelFormatError } from '../errors.ts'
import { MOST_HEADER_BYTES } from '../limits.ts'
import { type JsonObject, listOf, objectOf, parseJson, shapeOf, shown } from './json.ts'
import type { NamedArray } from './planned-array.ts'

/**
 * Reads the float32 and float64 arrays of a safetensors file, which PyTorch and others write. Numbers are read when
 * an array's `values` are asked for.
 *
 * Layout: length of the header (uint64), header in JSON with shapes and offsets, numbers; all little-endian. Arrays
 * lie side by side, in any order, without holes. Source: the format of huggingface/safetensors. Of our own, so that a
 * hostile file is refused by the field that is wrong.
 *
 * @throws ModelFormatError when it is no such file, or an array has numbers of another type
 */
export const readSafetensors = (bytes: Uint8Array): Record<string, NamedArray> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8) throw new ModelFormatError('length', 'at least 8 bytes', `${bytes.length}`)
  const length = Number(view.getBigUint64(0, true))
  if (8 + length > bytes.length)
    throw new ModelFormatError('header', `${8 + length} bytes`, `${bytes.length}, cut short`)
  const places = readHeader(bytes.subarray(8, 8 + length))
  checkOrder(places, bytes.length - 8 - length)
  return Object.fromEntries(places.map((place) => [place.name, arrayAt(view, 8 + length, place)]))
}

interface Place {
  name: string
  shape: readonly number[]
  /** Bytes of a number. */
  size: number
  from: number
  to: number
}

const sizes: ReadonlyMap<unknown, number> = new Map([
  ['F32', 4],
  ['F64', 8],
])

const readHeader = (bytes: Uint8Array): Place[] => {
  if (bytes.length > MOST_HEADER_BYTES) {
    throw new ModelFormatError('header', `at most ${MOST_HEADER_BYTES} bytes`, `${bytes.length}`)
  }
  return Object.entries(objectOf('header', parseJson('header', utf8(bytes))))
    .filter(([name]) => name !== '__metadata__')
    .map(([name, entry]) => placeOf(name, objectOf(name, entry)))
}

const utf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ModelFormatError('header', 'UTF-8', 'something else', { cause })
  }
}

const placeOf = (name: string, entry: JsonObject): Place => {
  const size = sizes.get(entry.dtype)
  if (!size) throw new ModelFormatError(name, 'numbers of type F32 or F64', shown(entry.dtype))
  const shape = shapeOf(name, entry.shape)
  const offsets = listOf(name, entry.data_offsets)
  if (offsets.length !== 2 || !offsets.every((offset) => Number.isSafeInteger(offset))) {
    throw new ModelFormatError(name, 'two whole numbers as offsets', 'something else')
  }
  const [from, to] = offsets as number[]
  const bytes = size * shape.reduce((product, side) => product * side, 1)
  if (to - from !== bytes) throw new ModelFormatError(name, `${bytes} bytes`, `${to - from}`)
  return { name, shape, size, from, to }
}

/** Checks that arrays fill the rest of a file, none over another. @throws ModelFormatError */
const checkOrder = (places: readonly Place[], length: number): void => {
  let end = 0
  for (const { name, from, to } of places.toSorted((a, b) => a.from - b.from)) {
    if (from !== end) throw new ModelFormatError(name, `an array from byte ${end} on`, `one from ${from} on`)
    end = to
  }
  if (end !== length) {
    throw new ModelFormatError(
      'length',
      `${end} bytes of numbers`,
      `${length}${length < end ? ', cut short' : ''}`,
    )
  }
}

const arrayAt = (view: DataView, start: number, { shape, size, from, to }: Place): NamedArray => {
  let values: Float32Array | undefined
  const read = (): Float32Array => {
    const numbers = new Float32Array((to - from) / size)
    for (let i = 0, at = start + from; i < numbers.length; i++, at += size) {
      numbers[i] = size === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true)
    }
    return numbers
  }
  return {
    shape,
    get values() {
      values ??= read()
      return values
    },
  }
}
