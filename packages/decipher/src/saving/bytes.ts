import { SnapshotFormatError } from '../errors.ts'

/** Collects numbers as little-endian bytes, for snapshots. */
export interface ByteWriter {
  uint16(value: number): void
  int32(value: number): void
  float64(value: number): void
  floats(values: Float32Array): void
  /** Text as UTF-8, whose lone surrogates are lost. */
  text(value: string): void
  /** All that was written, good until more is. */
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

/** Makes a writer. */
export const createByteWriter = (): ByteWriter => new Writer()

class Writer implements ByteWriter {
  #bytes = new Uint8Array(64)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  uint16(value: number): void {
    const at = this.#reserve(2)
    this.#view.setUint16(at, value, true)
  }

  int32(value: number): void {
    const at = this.#reserve(4)
    this.#view.setInt32(at, value, true)
  }

  float64(value: number): void {
    const at = this.#reserve(8)
    this.#view.setFloat64(at, value, true)
  }

  floats(values: Float32Array): void {
    const at = this.#reserve(4 * values.length)
    for (let i = 0; i < values.length; i++) this.#view.setFloat32(at + 4 * i, values[i], true)
  }

  text(value: string): void {
    const utf8 = new TextEncoder().encode(value)
    this.int32(utf8.length)
    const at = this.#reserve(utf8.length)
    this.#bytes.set(utf8, at)
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  /** Makes room, in new bytes when it takes some. @returns where */
  #reserve(size: number): number {
    const at = this.#length
    this.#length += size
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#length)
      larger.set(this.#bytes)
      this.#bytes = larger
      this.#view = new DataView(larger.buffer)
    }
    return at
  }
}

/**
 * Makes a reader. Whatever is asked for beyond the end throws SnapshotFormatError.
 *
 * @param section name of what the bytes are, for errors
 */
export const createByteReader = (bytes: Uint8Array, section: string): ByteReader => new Reader(bytes, section)

class Reader implements ByteReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #section: string
  #at = 0

  constructor(bytes: Uint8Array, section: string) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#section = section
  }

  uint16(): number {
    return this.#view.getUint16(this.#take(2), true)
  }

  int32(): number {
    return this.#view.getInt32(this.#take(4), true)
  }

  float64(): number {
    const value = this.#view.getFloat64(this.#take(8), true)
    this.demand(!Number.isNaN(value))
    return value
  }

  floats(length: number): Float32Array {
    const at = this.#take(4 * length)
    const values = new Float32Array(length)
    for (let i = 0; i < length; i++) values[i] = this.#view.getFloat32(at + 4 * i, true)
    this.demand(values.every(Number.isFinite))
    return values
  }

  text(): string {
    const length = Math.max(0, this.int32())
    const from = this.#take(length)
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#bytes.subarray(from, from + length))
  }

  demand(holds: boolean): void {
    if (!holds) throw new SnapshotFormatError(this.#section, 'not what a session writes')
  }

  end(): void {
    const { length } = this.#bytes
    if (this.#at !== length)
      throw new SnapshotFormatError(this.#section, `${length} bytes, ${this.#at} are needed`)
  }

  #take(size: number): number {
    const at = this.#at
    this.#at += size
    const { length } = this.#bytes
    if (this.#at <= length) return at
    throw new SnapshotFormatError(this.#section, `${length} bytes, ${this.#at} or more are needed`)
  }
}
