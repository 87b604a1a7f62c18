import type { Chunk } from '@runnel/core'
import type { Flow } from '../flow.ts'
import type { RequestOptions } from '../options.ts'
import type { RetryOptions } from './backoff.ts'
import type { SessionEvent } from './session-event.ts'
import type { SessionState } from './session-state.ts'
import type { SessionTokens } from './session-tokens.ts'

/** Position in a session: enough to go on with it in another process. */
export interface SessionPosition {
  id: string
  token: string
  /** Time at which session and token expire unless they are renewed, in ISO 8601. */
  expires?: string | undefined
  /** Number of the first chunk that is not known to be stored. Without it the session is only read. */
  next?: number | undefined
  /** Id of the last event that was read. */
  lastEventId?: string | undefined
}

/** Options of a session, and of keeping it up. */
export interface SessionOptions extends RequestOptions {
  /**
   * Ends the opening, and then the session here, as `close` does: who reads and who writes gets its reason. Only
   * `cancel` is still sent.
   */
  signal?: AbortSignal | undefined
  /**
   * Acknowledges events once they have been read, which lets the service drop them. Default: yes for who writes to the
   * session, no for who only reads.
   */
  acknowledge?: boolean | undefined
  /** UTF-16 units that may wait to be stored before `push` waits. Default: 65,536. */
  capacity?: number | undefined
  /**
   * Renews the session when half of its time is over, so that it lasts as long as it is used. Default: yes for who
   * writes to the session and knows when it expires.
   */
  renew?: boolean | undefined
  retry?: RetryOptions | undefined
}

/** A session of the service. Connections come and go; nothing is lost or doubled by that. */
export interface ClientSession {
  readonly id: string
  /** The token; another once it was renewed. */
  readonly token: string
  /** Tokens for others, such as who only watches, and the renewal of this one. */
  readonly tokens: SessionTokens
  /**
   * Events in order. Read them while you push: when nobody does, the service waits, and so does `push` in the end.
   * Leaving the loop closes the session here, and not at the service.
   */
  readonly events: Flow<SessionEvent>
  /** Sends text, or bytes of UTF-8, cut anywhere; resolves when there is room for more. @throws TypeError for others */
  push(chunk: Chunk): Promise<void>
  /** Makes final what waits; resolves when all that was sent is stored. */
  settle(): Promise<void>
  /** Ends the text; resolves when that is stored. The events go on to `done`. */
  end(): Promise<void>
  /** Resolves when all that was pushed is stored. */
  stored(): Promise<void>
  /** Asks the service how far the session is. */
  state(): Promise<SessionState>
  /** Lets the service drop the events up to and with an id. */
  acknowledge(id: string): Promise<void>
  /** Deletes the session at the service, and ends the events. */
  cancel(): Promise<void>
  /** Leaves. The session stays at the service until it has been idle for too long. */
  close(): void
  /** Position for `resumeSession`. Store it when you have stored what you made of the last event. */
  position(): SessionPosition
}
