import { decipherResponse, type MediaType } from '@runnel/decipher'
import type { MiddlewareHandler } from 'hono'
import { type DeciphererSource, deciphererOf } from './decipherer-of.ts'

/** Options of the middleware that answers with plaintext. */
export interface DecipherOptions {
  decipherer: DeciphererSource
  /** Form of the answer; by the request's `Accept` unless given. */
  type?: MediaType | undefined
}

/**
 * Answers a request with the plaintext of its body, while that still arrives: text, or events where `Accept` asks for
 * `application/x-ndjson` or `text/event-stream`.
 *
 * @throws InvalidOptionError when there is no such type
 * @throws TypeError when the body was read before
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { decipher } from '@runnel/hono'
 * import { Hono } from 'hono'
 * const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
 * export default new Hono().post('/decipher', decipher({ decipherer }))
 */
export const decipher =
  ({ decipherer, type }: DecipherOptions): MiddlewareHandler =>
  async (context) => {
    const response = decipherResponse(context.req.raw, await deciphererOf(decipherer, context), { type })
    // Not as it is: headers that were set with `context.header` would be lost.
    return context.body(response.body as ReadableStream, 200, Object.fromEntries(response.headers))
  }
