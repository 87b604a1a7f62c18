import { RefusedError } from '../refused-error.ts'
import type { SessionClaims } from '../session-token.ts'
import type { SessionObject } from './session-object.ts'

/**
 * The object of a session. Its name is made of the session and the model, so that claims with another model lead
 * nowhere.
 */
export const sessionStub = (
  sessions: DurableObjectNamespace<SessionObject>,
  { id, model }: Pick<SessionClaims, 'id' | 'model'>,
): DurableObjectStub<SessionObject> => sessions.get(sessions.idFromName(`${id} ${model}`))

/**
 * Awaits an answer of an object. Every request to a session may be sent again: a chunk counts once.
 *
 * @throws RefusedError when the platform could not reach it, or moved it meanwhile
 */
export const reach = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer
  } catch (error) {
    const { overloaded, retryable, durableObjectReset } = error as PlatformError
    if (overloaded) throw new RefusedError('overloaded', 'the session gets more requests than it can take')
    if (retryable || durableObjectReset) {
      throw new RefusedError('interrupted', 'the session was interrupted: send the same again')
    }
    throw error
  }
}

/** Flags of the platform on an error of an object. */
interface PlatformError {
  overloaded?: boolean
  retryable?: boolean
  durableObjectReset?: boolean
}
