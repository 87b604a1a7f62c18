import { SnapshotFormatError } from '../errors.ts'
import { type ByteReader, type ByteWriter, createByteReader, createByteWriter } from './bytes.ts'

/*
 * A section: its name's length as uint8, its name in ASCII, the length of what it holds as uint32, little-endian, and
 * what it holds.
 */
const LENGTHS = 5

/** Collects what the parts of a session remember, each under a name of its own. */
export class SectionWriter {
  readonly #sections: Map<string, ByteWriter>
  readonly #prefix: string

  constructor(sections: Map<string, ByteWriter> = new Map(), prefix = '') {
    this.#sections = sections
    this.#prefix = prefix
  }

  /** Begins a section. */
  section(name: string): ByteWriter {
    const writer = createByteWriter()
    this.#sections.set(this.#prefix + name, writer)
    return writer
  }

  /** The same collection for a part that may occur more than once: its names begin with another. */
  within(name: string): SectionWriter {
    return new SectionWriter(this.#sections, `${this.#prefix}${name}/`)
  }

  /** All sections, one after another. */
  bytes(): Uint8Array {
    const parts = Array.from(this.#sections, ([name, writer]) => ({ name, held: writer.bytes() }))
    const size = parts.reduce((sum, { name, held }) => sum + LENGTHS + name.length + held.length, 0)
    const bytes = new Uint8Array(size)
    const view = new DataView(bytes.buffer)
    let at = 0
    for (const { name, held } of parts) {
      bytes[at++] = name.length
      for (let i = 0; i < name.length; i++) bytes[at++] = name.charCodeAt(i)
      view.setUint32(at, held.length, true)
      bytes.set(held, at + 4)
      at += 4 + held.length
    }
    return bytes
  }
}

/** Gives the sections out again by name. */
export class SectionReader {
  readonly #sections: Map<string, ByteReader>
  readonly #taken: Set<string>
  readonly #prefix: string

  private constructor(sections: Map<string, ByteReader>, taken: Set<string>, prefix: string) {
    this.#sections = sections
    this.#taken = taken
    this.#prefix = prefix
  }

  /** Reads what a writer wrote. @throws SnapshotFormatError */
  static of(bytes: Uint8Array): SectionReader {
    return new SectionReader(split(bytes), new Set(), '')
  }

  /** A section, to be read once. @throws SnapshotFormatError when there is none */
  section(name: string): ByteReader {
    const whole = this.#prefix + name
    const reader = this.#sections.get(whole)
    if (!reader) throw new SnapshotFormatError(whole, 'missing')
    this.#taken.add(whole)
    return reader
  }

  /** Those whose names begin with another, as `within` of the writer made them. */
  within(name: string): SectionReader {
    return new SectionReader(this.#sections, this.#taken, `${this.#prefix}${name}/`)
  }

  /** @throws SnapshotFormatError when a section is unknown, or holds more than was read */
  end(): void {
    for (const [name, reader] of this.#sections) {
      if (!this.#taken.has(name)) throw new SnapshotFormatError(name, 'no part of such a session')
      reader.end()
    }
  }
}

const split = (bytes: Uint8Array): Map<string, ByteReader> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sections = new Map<string, ByteReader>()
  let at = 0
  const take = (length: number): number => {
    at += length
    if (at <= bytes.length) return at - length
    throw new SnapshotFormatError('sections', 'cut short')
  }
  while (at < bytes.length) {
    const length = bytes[take(1)]
    const from = take(length)
    const name = String.fromCharCode(...bytes.subarray(from, at))
    if (sections.has(name)) throw new SnapshotFormatError(name, 'there twice')
    const held = view.getUint32(take(4), true)
    const start = take(held)
    sections.set(name, createByteReader(bytes.subarray(start, at), name))
  }
  return sections
}
