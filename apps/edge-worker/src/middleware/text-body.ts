import { createMiddleware } from 'hono/factory'
import { type ProblemCode, problem } from '../problem.ts'
import type { Settings } from '../settings.ts'
import type { ServiceEnv } from './service.ts'

/** Ceiling of a body's length. */
export interface LengthCeiling {
  code: ProblemCode
  /** Name of such a body, in a sentence. */
  what: string
  bytes(settings: Settings): number
}

const ofStream: LengthCeiling = {
  code: 'body_too_large',
  what: 'a body',
  bytes: ({ CEILINGS }) => CEILINGS.bodyBytes,
}

/**
 * Refuses bodies that would not be read as the text they mean, and those that say beforehand that they are too large.
 * Others are counted while they come: see stream-body.ts and routes/sessions-chunk.ts.
 */
export const textBody = ({ code, what, bytes }: LengthCeiling = ofStream) =>
  createMiddleware<ServiceEnv>(async (context, next) => {
    const type = context.req.header('content-type') ?? ''
    const encoding = context.req.header('content-encoding') ?? 'identity'
    const charset = /;\s*charset="?([^";\s]+)/i.exec(type)?.[1] ?? 'utf-8'
    const wrong =
      (/^multipart\//i.test(type) && 'the body is the text alone, without parts') ||
      (encoding.toLowerCase() !== 'identity' && 'the body is text that no coding has packed') ||
      (!/^utf-?8$/i.test(charset) && 'the body is in UTF-8')
    if (wrong) return problem(context, 'unsupported_media_type', wrong)
    const ceiling = bytes(context.get('settings'))
    if (Number(context.req.header('content-length') ?? 0) > ceiling) {
      return problem(context, code, `${what} has up to ${ceiling} bytes`)
    }
    await next()
  })
