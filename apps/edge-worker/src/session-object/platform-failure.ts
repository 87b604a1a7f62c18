import { RefusedError } from '../refused-error.ts'

/** Flags of the platform on an error of an object. */
interface PlatformError {
  overloaded?: boolean
  retryable?: boolean
  durableObjectReset?: boolean
}

/** Words of errors of storage that tell of its disk, its memory or its time, and not of a statement. */
const OF_STORAGE =
  /\bSQLITE_(?:FULL|IOERR|NOMEM|BUSY|LOCKED|CANTOPEN|READONLY|INTERRUPT|CORRUPT|PROTOCOL)|Durable Object storage|^internal error/

/** The refusal that stands for a failure of the platform or its storage; nothing for any other error. */
export const platformFailure = (cause: unknown): RefusedError | undefined => {
  if (!(cause instanceof Error)) return undefined
  const { overloaded, retryable, durableObjectReset } = cause as PlatformError
  if (overloaded) {
    return new RefusedError('overloaded', 'the session gets more requests than it can take', {}, { cause })
  }
  return retryable || durableObjectReset || OF_STORAGE.test(cause.message) ? interrupted(cause) : undefined
}

/** The refusal of what was interrupted: nothing of it was stored, or all of it, and it counts once. */
export const interrupted = (cause: unknown): RefusedError =>
  new RefusedError('interrupted', 'the session was interrupted: send the same again', {}, { cause })
