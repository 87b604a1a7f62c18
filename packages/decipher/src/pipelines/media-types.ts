import type { DecipherEvent } from '../session/events.ts'
import { finalText } from './streams.ts'

/** A form that an answer may have: settled text, or events as NDJSON or server-sent events. */
export type MediaType = 'text/plain' | 'application/x-ndjson' | 'text/event-stream'

/** Media types of an answer, the one that is given where all are alike first. */
export const mediaTypes: readonly MediaType[] = ['text/plain', 'application/x-ndjson', 'text/event-stream']

/**
 * Writers of events, by media type.
 *
 * Source of the framing: WHATWG HTML, 9.2.5 "Parsing an event stream".
 */
export const writers: Readonly<Record<MediaType, (events: readonly DecipherEvent[]) => string>> = {
  'text/plain': finalText,
  'application/x-ndjson': (events) => events.map((event) => `${JSON.stringify(event)}\n`).join(''),
  'text/event-stream': (events) =>
    events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(''),
}

/**
 * The media type that an `Accept` header likes best, the first of them where it names none.
 *
 * Source: RFC 9110, 12.5.1; a server may disregard what it cannot give.
 */
export const acceptedType = (accept: string): MediaType => {
  const ranges = accept.split(',').map((range) => {
    const [name, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    return { name, quality: quality === undefined ? 1 : Number(quality.slice(2)) }
  })
  /** The narrowest range that holds a type counts. */
  const qualityOf = (type: MediaType): number => {
    const holding = [type, type.replace(/\/.*/, '/*'), '*/*'].map((name) =>
      ranges.find((range) => range.name === name),
    )
    return holding.find((range) => range !== undefined)?.quality ?? 0
  }
  return mediaTypes.reduce((best, type) => (qualityOf(type) > qualityOf(best) ? type : best))
}
