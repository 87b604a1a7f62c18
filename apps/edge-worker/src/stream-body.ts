import type { DecipherEvent, DecipherSession } from '@runnel/decipher'
import { finalText } from '@runnel/decipher'

/** Media types an answer may have, the default first. */
export const mediaTypes = ['text/plain', 'application/x-ndjson', 'text/event-stream'] as const

/** Media type of an answer. */
export type MediaType = (typeof mediaTypes)[number]

/**
 * Headers of an answer that streams. Without an encoding of its own the platform would compress it for
 * clients that accept that, and a compressor holds text back until it has plenty.
 */
export const streamHeaders = (type: MediaType): Record<string, string> => ({
  'content-type': `${type}; charset=utf-8`,
  'content-encoding': 'identity',
  'cache-control': 'no-store, no-transform',
})

/**
 * Streams a body through a session, answering while it still arrives: one read for each pull, so a slow
 * reader slows the writer and nothing piles up here. A client that leaves cancels the body.
 */
export const decipherBody = (
  body: ReadableStream<Uint8Array>,
  session: DecipherSession,
  type: MediaType,
): ReadableStream<Uint8Array> =>
  mapBody(
    body,
    (chunk) => write[type](session.push(chunk)),
    () => write[type](session.flush()),
    () => session.free(),
  )

/** Maps the chunks of a body to text, one read for each pull. `free` is called however it ends. */
export const mapBody = (
  body: ReadableStream<Uint8Array>,
  push: (chunk: Uint8Array) => string,
  flush: () => string,
  free: () => void = () => {},
): ReadableStream<Uint8Array> => {
  const reader = body.getReader()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        let text = ''
        while (text === '') {
          const { done, value } = await reader.read()
          text = done ? flush() : push(value)
          if (text !== '') controller.enqueue(encoder.encode(text))
          if (!done) continue
          free()
          return controller.close()
        }
      } catch (error) {
        free()
        throw error
      }
    },
    cancel(reason) {
      free()
      return reader.cancel(reason)
    },
  })
}

const write: Record<MediaType, (events: readonly DecipherEvent[]) => string> = {
  'text/plain': finalText,
  'application/x-ndjson': (events) => events.map((event) => `${JSON.stringify(event)}\n`).join(''),
  'text/event-stream': (events) =>
    events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(''),
}
