import { createDecipherStream } from '@runnel/decipher'
import type { MiddlewareHandler } from 'hono'
import { type DeciphererSource, deciphererOf } from './decipherer-of.ts'

/** Options of the middleware that deciphers bodies of requests. */
export interface DecipherBodyOptions {
  decipherer: DeciphererSource
}

/**
 * Deciphers the body of a request for the handlers that follow: `context.req.text()` and `context.req.raw.body` give the
 * plaintext, the latter while the ciphertext still arrives.
 *
 * A body that Hono has read before is left as it is.
 *
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { decipherBody } from '@runnel/hono'
 * import { Hono } from 'hono'
 * const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
 * new Hono().post('/notes', decipherBody({ decipherer }), async (context) => context.text(await context.req.text()))
 */
export const decipherBody =
  ({ decipherer }: DecipherBodyOptions): MiddlewareHandler =>
  async (context, next) => {
    const { raw } = context.req
    if (raw.body && !raw.bodyUsed) {
      const stream = createDecipherStream(await deciphererOf(decipherer, context), { output: 'bytes' })
      const init: RequestInit & { duplex: 'half' } = { body: raw.body.pipeThrough(stream), duplex: 'half' }
      const request = new Request(raw, init)
      // Plaintext may be shorter: encodings are taken off. Bun minds no headers that are given beside a request.
      request.headers.delete('content-length')
      context.req.raw = request
    }
    await next()
  }
