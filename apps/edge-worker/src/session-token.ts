import { sign, verify } from 'hono/jwt'
import { RefusedError } from './refused-error.ts'
import { checkedSecret } from './session-secret.ts'

/** Rights that a token gives: `read` watches a session, `write` does all there is. */
export type TokenScope = 'read' | 'write'

/** Right of a token's bearer: to use one session of one model until a time. */
export interface SessionClaims {
  /** The session. */
  id: string
  /** Name of its model. */
  model: string
  /** Milliseconds since 1970. */
  expires: number
  scope: TokenScope
  /** Name of the token within its session, by which it is revoked. */
  tokenId: string
}

/** Name of the token that a session begins with. */
export const FIRST_TOKEN = 'first'

const ALGORITHM = 'HS256'

/** @throws SecretMissingError when the worker has no secret that is long enough */
export const createToken = async (claims: SessionClaims, secret: string | undefined): Promise<string> => {
  const { id, model, expires, scope, tokenId } = claims
  const further = tokenId === FIRST_TOKEN ? {} : { jti: tokenId, scope }
  return sign({ sub: id, model, exp: expires / 1000, ...further }, checkedSecret(secret), ALGORITHM)
}

/**
 * Reads a token. Its session alone knows whether it was revoked.
 *
 * @throws RefusedError when it is not one of ours, altered, or expired
 * @throws SecretMissingError when the worker has no secret that is long enough
 */
export const readToken = async (token: string, secret: string | undefined): Promise<SessionClaims> => {
  const key = checkedSecret(secret)
  const claims = await verify(token, key, ALGORITHM).catch(() => undefined)
  // The last character of a signature carries two bits that mean nothing: a token has one spelling all the same.
  if (!claims || (await sign(claims, key, ALGORITHM)) !== token) {
    throw new RefusedError('unauthorised', 'the token is not valid here, or has expired')
  }
  return {
    id: String(claims.sub),
    model: String(claims.model),
    expires: Number(claims.exp) * 1000,
    scope: claims.scope === 'read' ? 'read' : 'write',
    tokenId: String(claims.jti ?? FIRST_TOKEN),
  }
}
