import { RunnelError } from '@runnel/core'

/** Why a session refuses; problem.ts gives each its HTTP status, close-codes.ts what it does to a socket. */
export type RefusalCode =
  | 'bad_message'
  | 'unauthorised'
  | 'session_gone'
  | 'session_ended'
  | 'session_expired'
  | 'session_cancelled'
  | 'session_too_long'
  | 'chunk_too_large'
  | 'sequence_gap'
  | 'wrong_epoch'
  | 'events_gone'
  | 'too_many_readers'

/** What a client needs to go on after a refusal. */
export interface RefusalMembers {
  /** Sequence number of the chunk that comes next. */
  expected?: number
  /** Id after which events are still kept. */
  oldest?: string
}

/** A refusal as it crosses from the object to the worker, where errors lose their class. */
export interface Refusal {
  code: RefusalCode
  detail: string
  members: RefusalMembers
}

/** Something that a session does not do, and why. */
export class RefusedError extends RunnelError {
  override readonly name = 'RefusedError'
  declare readonly code: RefusalCode
  readonly members: RefusalMembers

  constructor(code: RefusalCode, detail: string, members: RefusalMembers = {}) {
    super(code, detail)
    this.members = members
  }

  /** The refusal without its class. */
  toRefusal(): Refusal {
    return { code: this.code, detail: this.message, members: this.members }
  }
}
