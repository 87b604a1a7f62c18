import { RunnelError } from '@runnel/core'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type RefusalMembers, RefusedError } from './session-object/refused-error.ts'

/** Body of an error answer, `application/problem+json` (RFC 9457). */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  /** Stable across versions. */
  code: string
  detail: string
}

/** Status of each error that a client can cause; all others are 500. */
const statuses: Record<string, ContentfulStatusCode> = {
  invalid_option: 400,
  unknown_symbol: 400,
  bad_message: 400,
  unauthorised: 401,
  session_gone: 404,
  session_ended: 409,
  session_expired: 410,
  session_cancelled: 410,
  session_too_long: 413,
  chunk_too_large: 413,
  sequence_gap: 409,
  wrong_epoch: 409,
  events_gone: 410,
  too_many_readers: 429,
  slow_reader: 429,
  model_changed: 410,
  overloaded: 503,
  interrupted: 503,
  sessions_not_configured: 503,
}

/** Answers a request with a problem. */
export const problem = (
  context: Context,
  status: ContentfulStatusCode,
  code: string,
  detail: string,
  members: RefusalMembers = {},
): Response => {
  const body: Problem = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    code,
    detail,
    ...members,
  }
  return context.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

/** Turns what a handler threw into a problem; nothing of a fault of ours is told to the client. */
export const problemOf = (error: unknown, context: Context): Response => {
  if (RunnelError.isInstance(error) && Object.hasOwn(statuses, error.code)) {
    const members = error instanceof RefusedError ? error.members : {}
    if (statuses[error.code] === 503) context.header('retry-after', '1')
    return problem(context, statuses[error.code], error.code, error.message, members)
  }
  if (error instanceof HTTPException) {
    return problem(context, error.status as ContentfulStatusCode, 'bad_request', error.message)
  }
  console.error(error)
  return problem(context, 500, 'internal', 'something went wrong here; the request may be sent again')
}

const titles: Partial<Record<ContentfulStatusCode, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  426: 'Upgrade Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}
