import { RunnelError } from '@runnel/core'

/** Fewer characters than this cannot hold the 128 random bits that a secret needs. */
const LEAST_SECRET = 32

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
