import { SnapshotFormatError } from '../errors.ts'

/** Collects numbers as little-endian bytes, for snapshots. */
export interface ByteWriter {
  uint16(value: number): void
  float64(value: number): void
  floats(values: Float32Array): void
  bytes(): Uint8Array
}

/** Takes the numbers out again in the same order. */
export interface ByteReader {
  uint16(): number
  float64(): number
  floats(length: number): Float32Array
  /** @throws SnapshotFormatError when there is more */
  end(): void
}

/** Makes a writer. */
export const createByteWriter = (): ByteWriter => {
  let view = new DataView(new ArrayBuffer(256))
  let length = 0
  /** Makes room, in a new view when it takes one. */
  const reserve = (size: number): number => {
    const at = length
    length += size
    if (length > view.byteLength) {
      const larger = new Uint8Array(2 * length)
      larger.set(new Uint8Array(view.buffer))
      view = new DataView(larger.buffer)
    }
    return at
  }
  return {
    uint16(value) {
      const at = reserve(2)
      view.setUint16(at, value, true)
    },
    float64(value) {
      const at = reserve(8)
      view.setFloat64(at, value, true)
    },
    floats(values) {
      const at = reserve(4 * values.length)
      for (let i = 0; i < values.length; i++) view.setFloat32(at + 4 * i, values[i], true)
    },
    bytes: () => new Uint8Array(view.buffer).slice(0, length),
  }
}

/** Makes a reader. Whatever is asked for beyond the end throws SnapshotFormatError. */
export const createByteReader = (bytes: Uint8Array): ByteReader => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const take = (size: number): number => {
    at += size
    if (at <= bytes.length) return at - size
    throw new SnapshotFormatError('state', `${bytes.length} bytes, ${at} or more are needed`)
  }
  return {
    uint16: () => view.getUint16(take(2), true),
    float64: () => view.getFloat64(take(8), true),
    floats(length) {
      const from = take(4 * length)
      return Float32Array.from({ length }, (_, i) => view.getFloat32(from + 4 * i, true))
    },
    end() {
      if (at !== bytes.length)
        throw new SnapshotFormatError('state', `${bytes.length} bytes, ${at} are needed`)
    },
  }
}
