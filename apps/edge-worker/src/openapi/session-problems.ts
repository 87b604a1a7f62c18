import { guarded } from './described.ts'

/** Ways to show the token of a session. */
export const tokenSecurity = [{ sessionToken: [] }, { sessionTokenQuery: [] }]

/** Problems of every request to a session. */
export const reached = [
  'invalid_option',
  'unauthorised',
  'token_revoked',
  'session_gone',
  'overloaded',
  'interrupted',
  'sessions_not_configured',
  ...guarded,
] as const

/** Words about the header `Idempotency-Key`. */
export const idempotencyWords = (effect: string): string =>
  `Tries that carry the same one ${effect}: 16 to 64 letters, digits, hyphens and underlines that nobody can guess, such as a UUID.`
