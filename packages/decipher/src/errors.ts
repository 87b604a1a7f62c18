import { RunnelError } from '@runnel/core'

/** Bytes that are not a snapshot, were cut short or altered, or come from a later version. */
export class SnapshotFormatError extends RunnelError {
  static override readonly code = 'snapshot_format'
  override readonly name = 'SnapshotFormatError'
  readonly field: string

  constructor(field: string, reason: string, options?: ErrorOptions) {
    super(SnapshotFormatError.code, `not a usable snapshot: ${field}: ${reason}`, options)
    this.field = field
  }
}

/** A snapshot of a session with another model, engine, key or options. */
export class SnapshotMismatchError extends RunnelError {
  static override readonly code = 'snapshot_mismatch'
  override readonly name = 'SnapshotMismatchError'
  readonly expected: string
  readonly received: string

  /** @param engine engine to load the model with, when that alone keeps the session from going on */
  constructor(expected: string, received: string, engine?: string) {
    const remedy = engine ? `: to go on, load the model with the engine ${engine}; or begin anew` : ''
    super(
      SnapshotMismatchError.code,
      `the snapshot belongs to ${received}, this session is for ${expected}${remedy}`,
    )
    this.expected = expected
    this.received = received
  }
}

/** A session that was used after its `flush` or `free`. */
export class SessionEndedError extends RunnelError {
  static override readonly code = 'session_ended'
  override readonly name = 'SessionEndedError'

  constructor() {
    super(SessionEndedError.code, 'the session has ended: make another with createSession()')
  }
}
