import { RunnelError } from '@runnel/core'
import { sign, verify } from 'hono/jwt'
import { RefusedError } from './refused-error.ts'

/** Right of a token's bearer: to use one session of one model until a time. */
export interface SessionClaims {
  /** The session. */
  id: string
  /** Name of its model. */
  model: string
  /** Milliseconds since 1970. */
  expires: number
}

const ALGORITHM = 'HS256'

/** Fewer characters than this cannot hold the 128 random bits that a secret needs. */
const LEAST_SECRET = 32

/** @throws SecretMissingError when the worker has no secret that is long enough */
export const createToken = async ({ id, model, expires }: SessionClaims, secret: string | undefined) =>
  sign({ sub: id, model, exp: expires / 1000 }, checkedSecret(secret), ALGORITHM)

/**
 * Reads a token.
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
  return { id: String(claims.sub), model: String(claims.model), expires: Number(claims.exp) * 1000 }
}

/** The worker has no secret to sign tokens with. */
export class SecretMissingError extends RunnelError {
  static override readonly code = 'sessions_not_configured'
  override readonly name = 'SecretMissingError'

  constructor() {
    super(
      SecretMissingError.code,
      `sessions need the secret SESSION_SECRET, of ${LEAST_SECRET} characters or more`,
    )
  }
}

/** @throws SecretMissingError when the secret is not long enough, or there is none */
export const checkedSecret = (secret = ''): string => {
  if (secret.length < LEAST_SECRET) throw new SecretMissingError()
  return secret
}
