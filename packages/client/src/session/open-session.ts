import type { Call } from '../http.ts'
import type { RequestOptions } from '../options.ts'
import { hasShape, isText, parseShape } from '../shape.ts'
import type { RetryOptions } from './backoff.ts'
import type { SessionPosition } from './client-session.ts'
import { randomKey } from './random-key.ts'
import { retrying } from './retrying.ts'
import type { SessionContext } from './session-context.ts'

const isOpened = hasShape({ id: isText, token: isText })

/** Makes a session at the service: one, however many tries that takes, since all carry the same key: who guessed it would get the session. */
export const openSession = async (
  context: SessionContext,
  query: NonNullable<Call['query']>,
  options: RetryOptions & RequestOptions,
): Promise<SessionPosition> => {
  const headers = { 'idempotency-key': randomKey() }
  const opened = await retrying(
    async (signal) => {
      const answer = await context.send({ method: 'POST', path: '/v1/sessions', query, headers, signal })
      return parseShape<SessionPosition>(await answer.text(), isOpened)
    },
    context,
    options,
  )
  options.signal?.throwIfAborted()
  return { ...opened, next: 0 }
}
