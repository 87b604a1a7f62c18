import { createMiddleware } from 'hono/factory'
import type { Holding } from '../work/held-memory.ts'
import type { Work } from '../work/work.ts'
import type { ServiceEnv } from './service.ts'

/** Gives a handler what it has to tell of memory that it holds; nothing is held any more where it answers with a problem. */
export const holding = (work: Work) =>
  createMiddleware<ServiceEnv & { Variables: { holding: Holding } }>(async (context, next) => {
    const own = work.held.of(context.var.client)
    context.set('holding', own)
    await next()
    if (!context.res.ok) own.letGo()
  })
