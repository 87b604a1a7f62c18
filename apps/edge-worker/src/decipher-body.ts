import { textAsBytes } from '@runnel/core/ciphers'
import { type DecipherEvent, type DecipherSession, finalText, inSteps } from '@runnel/decipher'
import { CeilingError } from './ceilings.ts'
import { EventAllowance } from './event-allowance.ts'
import { problemWords } from './problem.ts'
import type { RequestReport } from './report-entry.ts'
import { serverSentEvent } from './server-sent-event.ts'
import type { BodyMapping } from './stream-body.ts'

/** Media types an answer may have, the default first. */
export const mediaTypes = ['text/plain', 'application/x-ndjson', 'text/event-stream'] as const

/** Media type of an answer. */
export type MediaType = (typeof mediaTypes)[number]

/**
 * Headers of an answer that streams. Without an encoding of its own the platform would compress it for
 * clients that accept that, and a compressor holds text back until it has plenty. Text that is bytes is told as such.
 */
export const streamHeaders = (type: string, carries?: 'bytes'): Record<string, string> => ({
  'content-type': carries && type === 'text/plain' ? 'application/octet-stream' : `${type}; charset=utf-8`,
  'content-encoding': 'identity',
  'cache-control': 'no-store, no-transform',
})

/**
 * Maps a body through a session; counts its events, up to the ceiling, and frees it before `ended` is called. Events have
 * no more bytes than the text allows.
 */
export const decipherMapping = (
  session: DecipherSession,
  type: MediaType,
  ceiling: number,
  { ended, carries }: { ended: ReturnType<RequestReport['stream']>; carries?: 'bytes' | undefined },
): BodyMapping => {
  let count = 0
  const encoder = new TextEncoder()
  const allowance = new EventAllowance((events) => encoder.encode(write[type](events)).length)
  const tell = (events: readonly DecipherEvent[]): string => {
    const told = allowance.tell(events)
    count += told.length
    if (count > ceiling) throw new CeilingError('too_many_events', `an answer has up to ${ceiling} events`)
    return write[type](told)
  }
  const steps = inSteps(session)
  return {
    *push(chunk) {
      allowance.hold(yield* steps.push(chunk))
      allowance.earn(chunk.length)
    },
    take: () => tell([]),
    *flush() {
      return tell(yield* steps.flush())
    },
    ...(carries && type === 'text/plain' && { encode: textAsBytes }),
    ...(type !== 'text/plain' && { tell: (error) => frame[type]({ type: 'error', ...problemWords(error) }) }),
    ended: (outcome, counts, error) => {
      session.free()
      ended(outcome, counts, error, count)
    },
  }
}

/** Whether answers of a media type have words for an error in their midst: others break off. */
export const tellsErrors = (type: string): boolean => Object.hasOwn(frame, type)

const frame: Record<Exclude<MediaType, 'text/plain'>, (event: { type: string }) => string> = {
  'application/x-ndjson': (event) => `${JSON.stringify(event)}\n`,
  'text/event-stream': (event) => serverSentEvent({ type: event.type, json: JSON.stringify(event) }),
}

const write: Record<MediaType, (events: readonly DecipherEvent[]) => string> = {
  'text/plain': finalText,
  'application/x-ndjson': (events) => events.map(frame['application/x-ndjson']).join(''),
  'text/event-stream': (events) => events.map(frame['text/event-stream']).join(''),
}
