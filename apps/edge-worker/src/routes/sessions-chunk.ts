import { readWhole } from '../read-whole.ts'
import { RefusedError } from '../refused-error.ts'
import { limits } from '../session-object/limits.ts'

/**
 * Reads the body of a chunk, whole, in a time given in milliseconds.
 *
 * @throws RefusedError as soon as it is too large, or when it takes too long
 * @throws HTTPException when it breaks off
 */
export const readChunk = (body: ReadableStream<Uint8Array> | null, time: number): Promise<Uint8Array> =>
  readWhole(body, {
    bytes: limits.chunkBytes,
    tooLarge: () => new RefusedError('chunk_too_large', `a chunk has up to ${limits.chunkBytes} bytes`),
    time,
    tooSlow: () => new RefusedError('chunk_too_slow', `a chunk takes up to ${time / 1000} s to arrive`),
  })
