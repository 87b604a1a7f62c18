import * as v from 'valibot'
import { type Description, json } from './described.ts'
import { idempotencyWords, reached, tokenSecurity } from './session-problems.ts'

const entry = {
  tokenId: v.pipe(v.string(), v.description('name of the token in its session, by which it is revoked')),
  scope: v.picklist(['read', 'write']),
  expires: v.pipe(v.string(), v.isoTimestamp()),
}

/** Descriptions of the routes of a session's tokens. */
export const tokenRoutes = () =>
  ({
    issue: {
      summary: 'Issues a further token: one that only reads, unless asked otherwise',
      description:
        'A token that only reads is good for the state and the events of the session, and refused with `read_only` elsewhere.',
      tag: 'sessions',
      security: tokenSecurity,
      answers: { 201: json('The token. It is told once.', v.object({ token: v.string(), ...entry })) },
      headers: { 'idempotency-key': idempotencyWords('are answered with one token') },
      problems: ['read_only', 'too_many_tokens', 'idempotency_key_reused', ...reached],
    },
    list: {
      summary: 'Lists the tokens that are good for the session',
      tag: 'sessions',
      security: tokenSecurity,
      answers: { 200: json('The tokens.', v.object({ tokens: v.array(v.object(entry)) })) },
      problems: ['read_only', ...reached],
    },
    revoke: {
      summary: 'Makes a token good for nothing, and sends its readers away',
      tag: 'sessions',
      security: tokenSecurity,
      answers: { 204: { description: 'Revoked.' } },
      problems: ['read_only', 'token_unknown', ...reached],
    },
    renew: {
      summary: 'Has the session last for another 24 hours, and gives a token that does',
      description: 'The token that is asked with is good for as long as it was.',
      tag: 'sessions',
      security: tokenSecurity,
      answers: {
        200: json('The token, of the same name as before.', v.object({ token: v.string(), ...entry })),
      },
      problems: ['read_only', ...reached],
    },
  }) satisfies Record<string, Description>
