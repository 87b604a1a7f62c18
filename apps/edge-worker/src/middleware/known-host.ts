import { createMiddleware } from 'hono/factory'
import { problem } from '../problem.ts'

/** Refuses a request whose host is none: workerd hands it on with an address that nobody can read. */
export const knownHost = () =>
  createMiddleware(async (context, next) => {
    if (URL.canParse(context.req.url)) return next()
    return problem(context, 'bad_request', 'the host that the request names is none')
  })
