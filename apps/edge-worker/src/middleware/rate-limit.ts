import { createMiddleware } from 'hono/factory'
import { problem } from '../problem.ts'
import { NOBODY } from '../unknown-client.ts'
import type { ServiceEnv } from './service.ts'

/** Holds each client to the rate of the limiter bound as `RATE_LIMITER`, where one is, and where it is known who asks. */
export const rateLimit = () =>
  createMiddleware<ServiceEnv>(async (context, next) => {
    const { RATE_LIMITER } = context.env
    const key = context.get('client')
    if (!RATE_LIMITER || key === NOBODY || (await RATE_LIMITER.limit({ key })).success) return next()
    const seconds = context.get('settings').RATE_LIMIT_PERIOD
    context.header('retry-after', String(seconds))
    return problem(context, 'rate_limited', `too many requests: come back in ${seconds} seconds`)
  })
