import { createMiddleware } from 'hono/factory'
import { problem } from '../problem.ts'
import type { ServiceEnv } from './service.ts'

/** Refuses queries longer than the ceiling, before anything reads them. */
export const queryLength = () =>
  createMiddleware<ServiceEnv>(async (context, next) => {
    const ceiling = context.get('settings').CEILINGS.queryLength
    const { length } = new URL(context.req.url).search
    if (length <= ceiling) return next()
    return problem(context, 'query_too_long', `a query has up to ${ceiling} characters, this one ${length}`)
  })
