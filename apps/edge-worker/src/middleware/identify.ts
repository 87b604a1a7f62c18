import { createMiddleware } from 'hono/factory'
import { timingSafeEqual } from 'hono/utils/buffer'
import { sha256 } from 'hono/utils/crypto'
import { problem } from '../problem.ts'
import type { ServiceEnv } from './service.ts'

/** Tells clients apart: by their API key where it is one of `API_KEYS`, else by their address. */
export const identify = () =>
  createMiddleware<ServiceEnv>(async (context, next) => {
    const given = context.req.header('x-api-key')
    const known = given !== undefined && (await isOneOf(context.get('settings').API_KEYS, given))
    context.set('keyIsKnown', known)
    // Never the key itself: what tells clients apart goes to the rate limiter.
    context.set(
      'client',
      known ? `key ${await sha256(given)}` : `address ${addressOf(context.req.header('cf-connecting-ip'))}`,
    )
    await next()
  })

/** Refuses clients without a key of `API_KEYS`, once there are any. */
export const apiKey = () =>
  createMiddleware<ServiceEnv>(async (context, next) => {
    if (context.get('settings').API_KEYS.length === 0 || context.get('keyIsKnown')) return next()
    return problem(context, 'api_key_refused', 'send a key of this service as x-api-key')
  })

/** The address of a client; none on a machine of one's own, where all are the same. */
const addressOf = (header = ''): string => (/^(127\.|::1$)/.test(header) ? '' : header)

/** Compares with every key, in a time that tells nothing of any. */
const isOneOf = async (keys: readonly string[], given: string): Promise<boolean> => {
  const equal = await Promise.all(keys.map((key) => timingSafeEqual(key, given)))
  return equal.includes(true)
}
