import {
  type Chunk,
  createUtf8Decoder,
  fromUnits,
  isHighSurrogate,
  readChunk,
  type Utf8Decoder,
  type Utf8State,
} from '@runnel/core'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/**
 * Turns the chunks of one stream, text or UTF-8 cut anywhere, into pieces of text that split no code point; of bytes that
 * are to stay bytes each becomes a UTF-16 unit.
 */
export class TextInput {
  /** First half of a surrogate pair whose second half has not come yet, or nothing. */
  #held = ''
  #utf8: Utf8Decoder | undefined
  #started = false
  readonly #isBytes: boolean

  constructor(saved?: ByteReader, carries?: 'bytes') {
    this.#isBytes = carries === 'bytes'
    if (!saved) return
    const held = saved.uint16()
    saved.demand(held === 0 || isHighSurrogate(held))
    this.#held = held === 0 ? '' : String.fromCharCode(held)
    this.#started = saved.uint16() === 1
    const bytes = Array.from({ length: readCount(saved) }, () => saved.uint16())
    saved.demand(bytes.every((byte) => byte <= 0xff))
    this.#utf8 = createUtf8Decoder({ pending: Uint8Array.from(bytes), started: this.#started })
  }

  /** The text that a chunk completes. @throws TypeError when it is neither text nor bytes */
  read(chunk: Chunk): string {
    const piece = readChunk(chunk)
    return piece.length === 0 ? '' : this.#whole(this.#decode(piece))
  }

  /** The text that the end of the stream completes. */
  end(): string {
    const text = this.#whole(this.#utf8?.flush() ?? '') + this.#held
    this.#held = ''
    return text
  }

  save(writer: ByteWriter): void {
    const { pending, started }: Utf8State = this.#utf8?.save() ?? {
      pending: new Uint8Array(0),
      started: this.#started,
    }
    writer.uint16(this.#held ? this.#held.charCodeAt(0) : 0)
    writer.uint16(started ? 1 : 0)
    writer.uint16(pending.length)
    for (const byte of pending) writer.uint16(byte)
  }

  /** Text cuts off an unfinished code point; only a stream's first byte order mark is dropped. */
  #decode(piece: string | Uint8Array): string {
    if (typeof piece === 'string') {
      const unfinished = this.#utf8?.flush() ?? ''
      this.#utf8 = undefined
      return unfinished + piece
    }
    if (this.#isBytes) return fromUnits(Uint16Array.from(piece))
    this.#utf8 ??= createUtf8Decoder({ pending: new Uint8Array(0), started: this.#started })
    return this.#utf8.push(piece)
  }

  /** Holds back a trailing first half of a surrogate pair, so that no event splits the pair. */
  #whole(decoded: string): string {
    const text = this.#held + decoded
    if (text.length > 0) this.#started = true
    this.#held = isHighSurrogate(text.charCodeAt(text.length - 1)) ? text.slice(-1) : ''
    return this.#held ? text.slice(0, -1) : text
  }
}

/** Number of undecided bytes: at most 3, or they would be a code point. */
const readCount = (saved: ByteReader): number => {
  const count = saved.uint16()
  saved.demand(count <= 3)
  return count
}
