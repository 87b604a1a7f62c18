import { eventId } from './event-log.ts'
import type { SessionRecord } from './session-record.ts'

/** State of a session: how far it is. */
export interface SessionState {
  /** Sequence number of the next chunk, and bytes of those before it. */
  next: number
  bytes: number
  /** The end has been read. */
  ended: boolean
  /** Id of the newest event. */
  lastEventId: string
  /** Milliseconds since 1970: when the session began, and when it comes of age. */
  created: number
  expires: number
}

/** Tells how far a session is that comes of age at a time, in milliseconds since 1970. */
export const stateOf = (record: SessionRecord, expires: number): SessionState => {
  const { next, bytes, ended, latest, created } = record
  return { next, bytes, ended, lastEventId: eventId(record, latest), created, expires }
}
