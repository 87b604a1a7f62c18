import type { DecodingOptions, EncodingError } from '@runnel/core/encodings'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/** Takes encodings off the text of one stream, cut anywhere. */
export interface Decoding {
  /** The text that a chunk completes, up to a fault. */
  push(text: string): string
  /** Decides by what has come, and gives the text that this completes. */
  settle(): string
  /** The text that the end completes; U+FFFD where a part is missing. */
  flush(): string
  /** Text that waits undecided, as it stands. */
  readonly undecided: string
  /** Encodings that were taken off, outermost first, as `base64 > hex`; empty for none. */
  readonly encoding: string
  /** The place where the text is not in the encoding that it was said to be in. */
  readonly fault: EncodingError | undefined
  save(writer: ByteWriter): void
}

/** A way to take encodings off, for any number of streams. */
export interface Decoder {
  /** Tells it from every other, so that a snapshot is never restored into another. */
  readonly name: string
  /** The signs of its outermost encoding where they are bytes and no text. */
  readonly signs?: 'bytes'
  /** Starts a stream, or goes on from what `save` wrote. @throws SnapshotFormatError */
  createDecoding(saved?: ByteReader, options?: DecodingOptions): Decoding
}
