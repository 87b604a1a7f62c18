import { HTTPException } from 'hono/http-exception'
import { RefusedError } from '../refused-error.ts'
import { limits } from '../session-object/limits.ts'

/**
 * Reads the body of a chunk, whole, in a time given in milliseconds.
 *
 * @throws RefusedError as soon as it is too large, or when it takes too long
 * @throws HTTPException when it breaks off
 */
export const readChunk = async (
  body: ReadableStream<Uint8Array> | null,
  time: number,
): Promise<Uint8Array> => {
  const reader = (body ?? new Blob([]).stream()).getReader()
  let timer: ReturnType<typeof setTimeout> | undefined
  // Cancelling would not do: a stream of the platform rejects a read that waits with an error of its own.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new RefusedError('chunk_too_slow', `a chunk takes up to ${time / 1000} s to arrive`)),
      time,
    )
  })
  try {
    return await Promise.race([gathered(reader), late])
  } finally {
    clearTimeout(timer)
    // What is left of a body that was refused is not wanted; the answer does not wait for it.
    reader.cancel().catch(() => {})
  }
}

const gathered = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array> => {
  const chunk = new Uint8Array(limits.chunkBytes)
  for (let length = 0; ; ) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new HTTPException(400, { message: 'the body broke off', cause })
    })
    if (done) return chunk.subarray(0, length)
    if (length + value.length > limits.chunkBytes) {
      throw new RefusedError('chunk_too_large', `a chunk has up to ${limits.chunkBytes} bytes`)
    }
    chunk.set(value, length)
    length += value.length
  }
}
