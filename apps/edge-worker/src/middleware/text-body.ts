import { createMiddleware } from 'hono/factory'
import { problem } from '../problem.ts'
import type { ServiceEnv } from './service.ts'

/**
 * Refuses bodies that would not be read as the text they mean, and those that say beforehand that they are too large.
 * Others are counted while they stream: see stream-body.ts.
 */
export const textBody = () =>
  createMiddleware<ServiceEnv>(async (context, next) => {
    const type = context.req.header('content-type') ?? ''
    const encoding = context.req.header('content-encoding') ?? 'identity'
    const charset = /;\s*charset="?([^";\s]+)/i.exec(type)?.[1] ?? 'utf-8'
    const wrong =
      (/^multipart\//i.test(type) && 'the body is the text alone, without parts') ||
      (encoding.toLowerCase() !== 'identity' && 'the body is text that no coding has packed') ||
      (!/^utf-?8$/i.test(charset) && 'the body is in UTF-8')
    if (wrong) return problem(context, 'unsupported_media_type', wrong)
    const ceiling = context.get('settings').CEILINGS.bodyBytes
    if (Number(context.req.header('content-length') ?? 0) > ceiling) {
      return problem(context, 'body_too_large', `a body has up to ${ceiling} bytes`)
    }
    await next()
  })
