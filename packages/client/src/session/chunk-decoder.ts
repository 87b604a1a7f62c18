import { type Chunk, createUtf8Decoder, readChunk } from '@runnel/core'

/**
 * Makes a function that turns chunks, text or bytes of UTF-8 cut anywhere, into text. Text after half a character
 * makes that U+FFFD; so does empty text, at the end. Anything else as a chunk is a TypeError.
 */
export const createChunkDecoder = (): ((chunk: Chunk) => string) => {
  const utf8 = createUtf8Decoder()
  return (chunk) => {
    const piece = readChunk(chunk)
    if (typeof piece !== 'string') return utf8.push(piece)
    return utf8.save().pending.length > 0 ? utf8.flush() + piece : piece
  }
}
