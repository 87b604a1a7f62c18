import { SnapshotFormatError } from '../errors.ts'

/** Collects numbers as little-endian bytes, for snapshots. */
export interface ByteWriter {
  uint16(value: number): void
  int32(value: number): void
  float64(value: number): void
  floats(values: Float32Array): void
  /** Text as UTF-8, whose lone surrogates are lost. */
  text(value: string): void
  bytes(): Uint8Array
}

/** Takes the numbers out again in the same order. Those that no session writes are refused: NaN, endless states. */
export interface ByteReader {
  uint16(): number
  int32(): number
  float64(): number
  floats(length: number): Float32Array
  text(): string
  /** Refuses what is not as it is written. @throws SnapshotFormatError */
  demand(holds: boolean): void
  /** @throws SnapshotFormatError when there is more */
  end(): void
}

/** Kinds of numbers, and the bytes of one. */
const SIZES = { Uint16: 2, Int32: 4, Float32: 4, Float64: 8 } as const

/** Makes a writer. */
export const createByteWriter = (): ByteWriter => {
  let view = new DataView(new ArrayBuffer(64))
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
  const put =
    (kind: keyof typeof SIZES) =>
    (value: number): void => {
      const at = reserve(SIZES[kind])
      view[`set${kind}`](at, value, true)
    }
  const [int32, float32] = [put('Int32'), put('Float32')]
  return {
    uint16: put('Uint16'),
    int32,
    float64: put('Float64'),
    floats: (values) => values.forEach(float32),
    text(value) {
      const utf8 = new TextEncoder().encode(value)
      int32(utf8.length)
      const at = reserve(utf8.length)
      new Uint8Array(view.buffer).set(utf8, at)
    },
    bytes: () => new Uint8Array(view.buffer).slice(0, length),
  }
}

/**
 * Makes a reader. Whatever is asked for beyond the end throws SnapshotFormatError.
 *
 * @param section name of what the bytes are, for errors
 */
export const createByteReader = (bytes: Uint8Array, section: string): ByteReader => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const take = (size: number): number => {
    at += size
    if (at <= bytes.length) return at - size
    throw new SnapshotFormatError(section, `${bytes.length} bytes, ${at} or more are needed`)
  }
  const get = (kind: keyof typeof SIZES) => (): number => view[`get${kind}`](take(SIZES[kind]), true)
  const [int32, float32, float64] = [get('Int32'), get('Float32'), get('Float64')]
  const demand = (holds: boolean): void => {
    if (!holds) throw new SnapshotFormatError(section, 'not what a session writes')
  }
  return {
    uint16: get('Uint16'),
    int32,
    float64() {
      const value = float64()
      demand(!Number.isNaN(value))
      return value
    },
    floats(length) {
      const values = Float32Array.from({ length }, float32)
      demand(values.every(Number.isFinite))
      return values
    },
    text() {
      const length = Math.max(0, int32())
      const from = take(length)
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, from + length))
    },
    demand,
    end() {
      if (at !== bytes.length)
        throw new SnapshotFormatError(section, `${bytes.length} bytes, ${at} are needed`)
    },
  }
}
