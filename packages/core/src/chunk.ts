import { chunkError } from './errors.ts'

/** A piece of a stream, cut anywhere: text, or bytes of UTF-8 as a buffer or a view of one. */
export type Chunk = string | ArrayBuffer | ArrayBufferView

/**
 * The text of a chunk, or its bytes, not copied.
 *
 * @throws TypeError for anything else, as streams of the platform do; `InvalidOptionError.isInstance` knows it
 * @example
 * import { readChunk } from '@runnel/core'
 * readChunk(new Uint8Array([0x67, 0x64]).buffer) // Uint8Array [0x67, 0x64]
 */
export const readChunk = (chunk: Chunk): string | Uint8Array => {
  if (typeof chunk === 'string' || chunk instanceof Uint8Array) return chunk
  const isView = ArrayBuffer.isView(chunk)
  if (!isView && !(chunk instanceof ArrayBuffer)) throw chunkError(chunk)
  // What was transferred away has no bytes, and no view can be made of it.
  if (chunk.byteLength === 0) return new Uint8Array(0)
  return isView ? new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength) : new Uint8Array(chunk)
}
