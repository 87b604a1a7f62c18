import { createMiddleware } from 'hono/factory'
import { admit } from '../work/admitted-job.ts'
import type { Work } from '../work/work.ts'
import type { ServiceEnv } from './service.ts'

/** Routes that take a text. */
const TEXTS: readonly string[] = ['/v1/decipher', '/v1/encipher', '/v1/identify']

/**
 * Refuses a text that there is no room for now, or whose client owes work, before anything is parsed, asked of others or read:
 * in an isolate that is full, each round of the event loop takes as long as a turn of somebody's work. Who is let in has a
 * place from now on, so that of many that come at once all but the first are refused here. Whoever is to send a key first,
 * and did not, is told so instead.
 */
export const admission = (work: Work) =>
  createMiddleware<ServiceEnv>(async (context, next) => {
    const { settings, keyIsKnown } = context.var
    const mayAsk = settings.API_KEYS.length === 0 || keyIsKnown
    if (!mayAsk || !TEXTS.includes(context.req.path)) return next()
    const begun = admit(context.var, work)
    context.set('begun', begun)
    await next()
    // Nothing is going to begin.
    if (!context.res.ok) begun()
  })
