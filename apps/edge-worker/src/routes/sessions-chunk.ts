import { limits } from '../session-object/limits.ts'
import { RefusedError } from '../session-object/refused-error.ts'

/**
 * Reads the body of a chunk, whole.
 *
 * @throws RefusedError as soon as it is too large, or when it takes too long
 */
export const readChunk = async (body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> => {
  const reader = (body ?? new Blob([]).stream()).getReader()
  const chunk = new Uint8Array(limits.chunkBytes)
  let length = 0
  let late = false
  const timer = setTimeout(() => {
    late = true
    reader.cancel()
  }, limits.chunkTime)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (late)
        throw new RefusedError('chunk_too_slow', `a chunk takes up to ${limits.chunkTime / 1000} s to arrive`)
      if (done) return chunk.subarray(0, length)
      if (length + value.length > limits.chunkBytes) {
        throw new RefusedError('chunk_too_large', `a chunk has up to ${limits.chunkBytes} bytes`)
      }
      chunk.set(value, length)
      length += value.length
    }
  } finally {
    clearTimeout(timer)
    // What is left of a body that was refused is not wanted; the answer does not wait for it.
    reader.cancel().catch(() => {})
  }
}
