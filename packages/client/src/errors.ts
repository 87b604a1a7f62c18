import { RunnelError } from '@runnel/core'

/** Members of a problem of the service besides its status, code and detail. */
export interface ProblemMembers {
  /** Sequence number of the chunk that the service waits for, with `sequence_gap`. */
  expected?: number | undefined
  /** Id to go on from, with `events_gone`. */
  oldest?: string | undefined
  /** Milliseconds after which the service may be asked again. */
  retryAfter?: number | undefined
}

/** The service refuses: a problem (RFC 9457) or the error frame of a socket or stream. `code` is the service's. */
export class RunnelServiceError extends RunnelError {
  override readonly name = 'RunnelServiceError'
  /** Status of the answer; 0 when it came over a socket, or after the answer had begun. */
  readonly status: number
  readonly detail: string
  readonly members: ProblemMembers

  constructor(status: number, code: string, detail: string, members: ProblemMembers = {}) {
    super(code, `${code}: ${detail}`)
    this.status = status
    this.detail = detail
    this.members = members
  }

  /** Tells whether `value` is one; its code says nothing of that, since it is the service's. */
  static override isInstance<T extends RunnelError>(
    this: { readonly code: string | undefined; readonly prototype: T },
    value: unknown,
  ): value is T {
    return RunnelError.isInstance(value) && value.name === 'RunnelServiceError'
  }
}

/** The service could not be reached, however often it was tried. A session may still be there: resume it. */
export class ConnectionLostError extends RunnelError {
  static override readonly code = 'connection_lost'
  override readonly name = 'ConnectionLostError'
  /** Tries in a row that led to nothing. */
  readonly attempts: number

  constructor(attempts: number, options?: ErrorOptions) {
    super(ConnectionLostError.code, `the service could not be reached in ${attempts} tries`, options)
    this.attempts = attempts
  }
}

/** Something was asked of a session that was closed, cancelled or has ended here. */
export class SessionClosedError extends RunnelError {
  static override readonly code = 'session_closed'
  override readonly name = 'SessionClosedError'

  constructor(why: string) {
    super(SessionClosedError.code, `the session ${why}`)
  }
}

/** Something came that the service never says: from a gateway between, or of a version that speaks otherwise. */
export class ProtocolError extends RunnelError {
  static override readonly code = 'protocol_error'
  override readonly name = 'ProtocolError'
  /** Its first 100 UTF-16 units. */
  readonly received: string

  constructor(received: string) {
    super(ProtocolError.code, 'something came that the service never says')
    this.received = received.slice(0, 100)
  }
}
