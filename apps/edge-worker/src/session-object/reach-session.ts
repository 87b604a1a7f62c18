import type { SessionClaims } from '../session-token.ts'
import { interrupted, platformFailure } from './platform-failure.ts'
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
 * Awaits an answer of an object. Its own faults are answers, so what is thrown is of the platform. Every request to a
 * session may be sent again: a chunk counts once.
 *
 * @throws RefusedError when the platform could not reach it, or moved it meanwhile
 */
export const reach = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer
  } catch (error) {
    throw platformFailure(error) ?? interrupted(error)
  }
}
