import { HTTPException } from 'hono/http-exception'

/** Bounds of a body that is read whole. */
export interface WholeBounds {
  /** Bytes of a body, and the error of one that has more. */
  bytes: number
  tooLarge(): Error
  /** Milliseconds in which it has to arrive, and the error of one that takes longer. */
  time: number
  tooSlow(): Error
  /** Told of the bytes that have come, before they are kept; may throw. */
  take?(bytes: number): void
}

/**
 * Reads a body whole.
 *
 * @throws HTTPException when it breaks off
 */
export const readWhole = async (
  body: ReadableStream<Uint8Array> | null,
  bounds: WholeBounds,
): Promise<Uint8Array> => {
  const reader = (body ?? new Blob([]).stream()).getReader()
  let timer: ReturnType<typeof setTimeout> | undefined
  // Cancelling would not do: a stream of the platform rejects a read that waits with an error of its own.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(bounds.tooSlow()), bounds.time)
  })
  try {
    return await Promise.race([gathered(reader, bounds), late])
  } finally {
    clearTimeout(timer)
    // What is left of a body that was refused is not wanted; the answer does not wait for it.
    reader.cancel().catch(() => {})
  }
}

/** Bytes that there is room for at first: a body may come byte by byte, each a piece that takes more than it holds. */
const FIRST = 8 * 1024

const gathered = async (
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { bytes, tooLarge, take }: WholeBounds,
): Promise<Uint8Array> => {
  let whole = new Uint8Array(Math.min(bytes, FIRST))
  for (let length = 0; ; ) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new HTTPException(400, { message: 'the body broke off', cause })
    })
    if (done) return whole.subarray(0, length)
    const next = length + value.length
    if (next > bytes) throw tooLarge()
    take?.(value.length)
    if (next > whole.length) {
      const larger = new Uint8Array(Math.min(bytes, 2 * next))
      larger.set(whole)
      whole = larger
    }
    whole.set(value, length)
    length = next
  }
}
