/** One event as the platform's `EventSource` reads it. */
export interface ServerSentEvent {
  /** Id from which a reader goes on; without it the last one stands. */
  id?: string | undefined
  type: string
  /** JSON on one line. */
  json: string
}

/**
 * Frames a server-sent event.
 *
 * Source: WHATWG HTML, 9.2.5 "Parsing an event stream".
 */
export const serverSentEvent = ({ id, type, json }: ServerSentEvent): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${type}\ndata: ${json}\n\n`
