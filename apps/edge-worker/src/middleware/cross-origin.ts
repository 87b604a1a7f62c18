import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import { endingHeaderNames } from '../ending-headers.ts'
import type { ServiceEnv } from './service.ts'

/** Lets pages of the origins in `ALLOWED_ORIGINS` call the service. Sockets know no such thing: tokens guard them. */
export const crossOrigin = () =>
  createMiddleware<ServiceEnv>(async (context, next) => {
    const { ALLOWED_ORIGINS: allowed } = context.get('settings')
    if (allowed.length === 0) return next()
    return cors({
      origin: allowed.includes('*') ? '*' : [...allowed],
      allowMethods: ['GET', 'POST', 'DELETE'],
      allowHeaders: [
        'authorization',
        'content-type',
        'idempotency-key',
        'last-event-id',
        'x-api-key',
        'x-request-id',
      ],
      exposeHeaders: ['location', 'retry-after', 'x-request-id', ...endingHeaderNames],
      maxAge: 86_400,
    })(context, next)
  })
