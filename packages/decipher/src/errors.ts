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

/** A snapshot of a session with another model or another key. */
export class SnapshotMismatchError extends RunnelError {
  static override readonly code = 'snapshot_mismatch'
  override readonly name = 'SnapshotMismatchError'
  readonly expected: string
  readonly received: string

  constructor(expected: string, received: string) {
    super(SnapshotMismatchError.code, `the snapshot belongs to ${received}, this session is for ${expected}`)
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
