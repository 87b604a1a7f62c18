import { accepts } from 'hono/accepts'
import { createMiddleware } from 'hono/factory'
import type { ServiceEnv } from '../middleware/service.ts'

/** `GET /` to those who want HTML: the page, from the static assets. Others get what comes next. */
export const page = () =>
  createMiddleware<ServiceEnv>(async (context, next) => {
    const wanted = accepts(context, {
      header: 'Accept',
      supports: ['text/plain', 'text/html'],
      default: 'text/plain',
    })
    const asksByName = /text\/html/i.test(context.req.header('accept') ?? '')
    const { ASSETS } = context.env
    if (!ASSETS || wanted !== 'text/html' || !asksByName) {
      await next()
      context.res.headers.append('vary', 'accept')
      return
    }
    const found = await ASSETS.fetch(new URL('/index.html', context.req.url))
    // Headers of an answer of the assets cannot be changed; middleware does.
    const answer = new Response(found.body, found)
    answer.headers.append('vary', 'accept')
    return answer
  })
