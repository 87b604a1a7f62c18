import type { Context } from 'hono'
import type { Env } from '../env.ts'
import type { ServiceEnv } from '../middleware/service.ts'
import { type Refusal, RefusedError } from '../refused-error.ts'
import type { Answer, NoFact } from '../session-object/answer.ts'
import { reach, sessionStub } from '../session-object/reach-session.ts'
import { readToken, type TokenScope } from '../session-token.ts'

/** Environment of the routes of sessions. */
export type SessionsEnv = ServiceEnv & { Bindings: Env }

/**
 * Finds the object of the session that path and token name, and who asks. Whether the token was revoked, the object
 * says.
 *
 * @throws RefusedError when the token is not good for it, or not for what it is asked
 */
export const authorised = async (context: Context<SessionsEnv>, needs: TokenScope) => {
  const bearer = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
  const claims = await readToken(bearer ?? context.req.query('token') ?? '', context.env.SESSION_SECRET)
  if (claims.id !== context.req.param('id'))
    throw new RefusedError('unauthorised', 'the token is for another session')
  const { scope, tokenId } = claims
  if (needs === 'write' && scope !== 'write') throw new RefusedError('read_only', 'the token only reads')
  return { session: sessionStub(context.env.SESSIONS, claims), by: { tokenId, scope }, claims }
}

/** Awaits what an object answers. @throws RefusedError with what it refuses */
export const accepted = async <Fact extends object>(answer: Promise<Answer<Fact>>): Promise<Fact> => {
  const fact = await reach(answer)
  if ('refused' in fact || 'fault' in fact) throw errorOf(fact)
  return fact
}

/** The error that an object had: a refusal, or a fault in words for the log. */
export const errorOf = (answer: NoFact): Error =>
  'refused' in answer ? refusedError(answer.refused) : new Error(answer.fault)

const refusedError = ({ code, detail, members, cause }: Refusal): RefusedError =>
  new RefusedError(code, detail, members, cause === undefined ? {} : { cause: new Error(cause) })
