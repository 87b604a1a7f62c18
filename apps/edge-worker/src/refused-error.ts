import { InvalidOptionError, RunnelError } from '@runnel/core'
import { ModelUnavailableError } from './model-shelf.ts'

/** Reason of a refusal; problem.ts gives each its HTTP status, sockets.ts the code that a socket is closed with. */
export type RefusalCode =
  | 'bad_message'
  | 'unauthorised'
  | 'read_only'
  | 'token_revoked'
  | 'token_unknown'
  | 'too_many_tokens'
  | 'session_gone'
  | 'session_ended'
  | 'session_expired'
  | 'session_cancelled'
  | 'session_too_long'
  | 'chunk_too_large'
  | 'chunk_too_slow'
  | 'sequence_gap'
  | 'chunk_conflict'
  | 'wrong_epoch'
  | 'events_gone'
  | 'too_many_readers'
  | 'reader_replaced'
  | 'slow_reader'
  | 'model_changed'
  | 'idempotency_key_reused'
  | 'invalid_option'
  | 'malformed_encoding'
  | 'model_unavailable'
  | 'overloaded'
  | 'work_limited'
  | 'too_much_work'
  | 'interrupted'

/** Facts that a client needs to go on after a refusal. */
export interface RefusalMembers {
  /** Sequence number of the chunk that comes next. */
  expected?: number
  /** Digest of the chunk that stands under a number. */
  digest?: string
  /** Id after which events are still kept. */
  oldest?: string
  /** Seconds to wait. */
  retryAfter?: number
}

/** A refusal as it crosses from the object to the worker, where errors lose their class. */
export interface Refusal {
  code: RefusalCode
  detail: string
  members: RefusalMembers
  /** The platform's words for what failed, for the log alone. */
  cause?: string
}

/** Something that a session does not do, and why. */
export class RefusedError extends RunnelError {
  override readonly name = 'RefusedError'
  declare readonly code: RefusalCode
  readonly members: RefusalMembers

  constructor(code: RefusalCode, detail: string, members: RefusalMembers = {}, options?: ErrorOptions) {
    super(code, detail, options)
    this.members = members
  }
}

/** Turns an error into what a client is told; nothing when it is a fault of ours. */
export const refusalOf = (error: unknown): Refusal | undefined => {
  if (error instanceof RefusedError) {
    const { code, message: detail, members, cause } = error
    return { code, detail, members, ...(cause instanceof Error && { cause: cause.message }) }
  }
  if (InvalidOptionError.isInstance(error) || ModelUnavailableError.isInstance(error)) {
    return { code: error.code as RefusalCode, detail: error.message, members: {} }
  }
  return undefined
}

/** Frame that tells a reader of a refusal; the last one it gets when it is sent away. */
export const errorFrame = ({ code, message, members }: RefusedError) => ({
  type: 'error',
  code,
  detail: message,
  ...members,
})
