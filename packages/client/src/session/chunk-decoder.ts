import { createUtf8Decoder } from '@runnel/core'

/**
 * Makes a function that turns chunks, text or bytes of UTF-8 cut anywhere, into text. Text after half a character
 * makes that U+FFFD; so does empty text, at the end.
 */
export const createChunkDecoder = (): ((chunk: string | Uint8Array) => string) => {
  const utf8 = createUtf8Decoder()
  return (chunk) => {
    if (typeof chunk !== 'string') return utf8.push(chunk)
    return utf8.save().pending.length > 0 ? utf8.flush() + chunk : chunk
  }
}
