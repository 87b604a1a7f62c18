import { hasShape, isBoolean, isCount, isText, parseShape } from '../shape.ts'

/** State of a session at the service: how far it is. */
export interface SessionState {
  /** Sequence number of the next chunk. */
  next: number
  /** Bytes of UTF-8 of the chunks before it. */
  bytes: number
  /** The end has been read. */
  ended: boolean
  /** Id of the newest event. */
  lastEventId: string
  /** Times at which it began and at which it expires, in ISO 8601. */
  created: string
  expires: string
}

const isState = hasShape({
  next: isCount,
  bytes: isCount,
  ended: isBoolean,
  lastEventId: isText,
  created: isText,
  expires: isText,
})

/** Reads the answer to a question after a session's state. @throws ProtocolError for anything else */
export const parseState = (text: string): SessionState => parseShape<SessionState>(text, isState)
