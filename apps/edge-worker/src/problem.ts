import { RunnelError } from '@runnel/core'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

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
}

/** Answers a request with a problem. */
export const problem = (
  context: Context,
  status: ContentfulStatusCode,
  code: string,
  detail: string,
): Response => {
  const body: Problem = { type: 'about:blank', title: titles[status] ?? 'Error', status, code, detail }
  return context.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

/** Turns what a handler threw into a problem; nothing of a fault of ours is told to the client. */
export const problemOf = (error: unknown, context: Context): Response => {
  if (RunnelError.isInstance(error) && Object.hasOwn(statuses, error.code)) {
    return problem(context, statuses[error.code], error.code, error.message)
  }
  if (error instanceof HTTPException) {
    return problem(context, error.status as ContentfulStatusCode, 'bad_request', error.message)
  }
  console.error(error)
  return problem(context, 500, 'internal', 'something went wrong here; the request may be sent again')
}

const titles: Partial<Record<ContentfulStatusCode, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  500: 'Internal Server Error',
}
