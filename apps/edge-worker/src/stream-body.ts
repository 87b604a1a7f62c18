import { CeilingError, type Ceilings } from './ceilings.ts'
import type { BodyCounts, Outcome } from './report-entry.ts'
import { type Clock, systemClock, watchStream } from './stream-watch.ts'

/** Turns the chunks of a body, and its end, into text. */
export interface BodyMapping {
  push(chunk: Uint8Array): string
  flush(): string
  /** Words for a reader whose answer ends before its time; without them it breaks off. */
  tell?(error: unknown): string
  /** Called once, however it ends. */
  ended(outcome: Outcome, counts: BodyCounts, error?: unknown): void
}

/** The body of a request; a request without one has an empty body. */
export const bodyOf = (request: Request): ReadableStream<Uint8Array> => request.body ?? new Blob([]).stream()

/**
 * Answers a body while it still arrives: one read for each pull, so a slow reader slows the writer and nothing piles
 * up here. A client that leaves cancels the body. What runs into a ceiling ends with `tell`, or breaks off.
 */
export const mapBody = (
  body: ReadableStream<Uint8Array>,
  mapping: BodyMapping,
  ceilings: Ceilings,
  clock: Clock = systemClock,
): ReadableStream<Uint8Array> => {
  const reader = readerOf(body)
  const encoder = new TextEncoder()
  const counts: BodyCounts = { bytesIn: 0, bytesOut: 0 }
  let watch = { touch: () => {}, stop: () => {} }
  let ended = false

  const end = (outcome: Outcome, error?: unknown): void => {
    // A client may leave with the last text still unread.
    if (ended) return
    ended = true
    watch.stop()
    mapping.ended(outcome, counts, error)
  }
  const give = (controller: ReadableStreamDefaultController<Uint8Array>, text: string): void => {
    const bytes = encoder.encode(text)
    counts.bytesOut += bytes.length
    controller.enqueue(bytes)
  }
  const fail = (controller: ReadableStreamDefaultController<Uint8Array>, error: unknown): void => {
    if (ended) return
    const words = mapping.tell?.(error)
    if (words !== undefined) give(controller, words)
    end(error instanceof CeilingError ? 'cut off' : 'failed', error)
    if (words === undefined) controller.error(error)
    else controller.close()
    reader.cancel(error).catch(() => {})
  }
  /** Text of a chunk, or of the end. */
  const step = (chunk: Uint8Array | undefined): string => {
    if (chunk === undefined) return mapping.flush()
    counts.bytesIn += chunk.length
    if (counts.bytesIn <= ceilings.bodyBytes) return mapping.push(chunk)
    throw new CeilingError('body_too_large', `a body has up to ${ceilings.bodyBytes} bytes`)
  }

  return new ReadableStream({
    start(controller) {
      watch = watchStream(ceilings, clock, (error) => fail(controller, error))
    },
    async pull(controller) {
      watch.touch()
      for (let text = ''; text === ''; ) {
        const chunk = await reader.read().catch((error: unknown) => {
          end('broken off', error)
          throw error
        })
        if (ended) return
        watch.touch()
        try {
          text = step(chunk.value)
        } catch (error) {
          return fail(controller, error)
        }
        if (text !== '') give(controller, text)
        if (!chunk.done) continue
        end('answered')
        return controller.close()
      }
    },
    cancel(reason) {
      end('left')
      return reader.cancel(reason)
    },
  })
}

/** Bytes that are read at once, at most: the platform gives 4 KiB to those who do not bring a place for more. */
const PIECE = 64 * 1024

/** Reads a body in pieces as large as have come. Each is read before the next is asked for, so one place does for all. */
const readerOf = (
  body: ReadableStream<Uint8Array>,
): Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'> => {
  let reader: ReadableStreamBYOBReader
  try {
    reader = body.getReader({ mode: 'byob' })
  } catch {
    // Streams that are made in JavaScript, as in tests, bring their own pieces.
    return body.getReader()
  }
  let place = new ArrayBuffer(PIECE)
  return {
    async read() {
      const { done, value } = await reader.read(new Uint8Array(place))
      if (value) place = value.buffer
      return done ? { done, value: undefined } : { done, value }
    },
    cancel: (reason) => reader.cancel(reason),
  }
}
