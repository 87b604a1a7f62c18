import type { Context, Hono } from 'hono'
import type { ServiceEnv } from './middleware/service.ts'
import { problem } from './problem.ts'

/** Answers what no route takes: 405 with the methods that the path does take, or 404. */
export const noRoute =
  (router: () => Hono<ServiceEnv>['router']) =>
  (context: Context): Response => {
    const { method, path } = context.req
    const allowed = ['GET', 'POST', 'PUT', 'DELETE'].filter((other) =>
      router()
        .match(other, path)[0]
        .some(([[, route]]) => route.method === other),
    )
    if (allowed.length === 0) return problem(context, 'not_found', `${method} ${path} is not a route here`)
    context.header('allow', allowed.join(', '))
    return problem(context, 'method_not_allowed', `${path} takes ${allowed.join(', ')}`)
  }
