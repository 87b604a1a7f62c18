import { createMiddleware } from 'hono/factory'

/**
 * Lets go of a body that nobody has read once there is an answer: else the platform may hold the answer back until the
 * body has come.
 */
export const unreadBody = () =>
  createMiddleware(async (context, next) => {
    await next()
    const { body, bodyUsed } = context.req.raw
    if (body && !bodyUsed && !body.locked) await body.cancel().catch(() => {})
  })
