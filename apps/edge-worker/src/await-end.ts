import { isRefusal } from './problem.ts'
import type { Clock } from './stream-watch.ts'

/** A stream that was read ahead, as if it had not been. */
export interface AwaitedStream {
  body: ReadableStream<Uint8Array>
  /** Whether all of it is there. */
  hasEnded: boolean
}

/**
 * Reads a stream to its end, if that comes soon: for answers whose headers tell their end. One that is known to be short,
 * since all that comes in time is held.
 *
 * @throws RefusedError or CeilingError of a stream that is refused before it gives anything
 */
export const awaitEnd = async (
  stream: ReadableStream<Uint8Array>,
  milliseconds: number,
  clock: Clock,
): Promise<AwaitedStream> => {
  const reader = stream.getReader()
  const parts: Promise<ReadableStreamReadResult<Uint8Array>>[] = []
  let callOff = () => {}
  const late = new Promise<'late'>((resolve) => {
    callOff = clock.after(milliseconds, () => resolve('late'))
  })
  let hasEnded = false
  for (;;) {
    const part = reader.read()
    parts.push(part)
    // What fails is met again by who reads the answer, but for a refusal before any of it.
    const outcome = await Promise.race([part.catch(failing(parts.length === 1)), late])
    if (typeof outcome !== 'string' && !outcome.done) continue
    hasEnded = typeof outcome !== 'string'
    break
  }
  callOff()
  return { body: replayed(reader, parts), hasEnded }
}

/** Throws a refusal on where it may be; any other failure is only noted. */
const failing =
  (mayThrow: boolean) =>
  (error: unknown): 'failed' => {
    if (mayThrow && isRefusal(error)) throw error
    return 'failed'
  }

/** The parts that were read, then the rest. */
const replayed = (
  reader: ReadableStreamDefaultReader<Uint8Array>,
  parts: Promise<ReadableStreamReadResult<Uint8Array>>[],
): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const { done, value } = await (parts.shift() ?? reader.read())
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: (reason) => reader.cancel(reason),
  })
