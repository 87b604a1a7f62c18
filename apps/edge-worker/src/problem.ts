import { RunnelError } from '@runnel/core'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { CeilingError } from './ceilings.ts'
import type { FaultSink } from './fault-sink.ts'
import { type RefusalMembers, RefusedError } from './refused-error.ts'
import type { RequestReport } from './report-entry.ts'

/** Body of an error answer, `application/problem+json` (RFC 9457). */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  /** Stable across versions. */
  code: string
  detail: string
}

/** Status of each problem, by its code; what a handler throws with another code is `internal`. */
export const statuses = {
  invalid_option: 400,
  unknown_symbol: 400,
  malformed_encoding: 400,
  bad_message: 400,
  bad_request: 400,
  api_key_refused: 401,
  unauthorised: 401,
  token_revoked: 401,
  read_only: 403,
  token_unknown: 404,
  too_many_tokens: 409,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  idle_too_long: 408,
  took_too_long: 408,
  body_too_large: 413,
  too_many_events: 413,
  too_much_work: 413,
  query_too_long: 414,
  unsupported_media_type: 415,
  idempotency_key_reused: 422,
  upgrade_required: 426,
  rate_limited: 429,
  work_limited: 429,
  internal: 500,
  model_unavailable: 503,
  session_gone: 404,
  session_ended: 409,
  session_expired: 410,
  session_cancelled: 410,
  session_too_long: 413,
  text_too_long: 413,
  chunk_too_large: 413,
  chunk_too_slow: 408,
  sequence_gap: 409,
  chunk_conflict: 409,
  wrong_epoch: 409,
  reader_replaced: 409,
  events_gone: 410,
  too_many_readers: 429,
  slow_reader: 429,
  model_changed: 410,
  overloaded: 503,
  interrupted: 503,
  sessions_not_configured: 503,
} as const satisfies Record<string, ContentfulStatusCode>

/** Name of a problem; stable across versions. */
export type ProblemCode = keyof typeof statuses

/** Members of a problem besides the usual ones, for a client that wants to go on. */
export interface ProblemMembers extends RefusalMembers {
  /** Media types that the route answers with. */
  types?: readonly string[]
}

/** Answers a request with a problem. */
export const problem = (
  context: Context,
  code: ProblemCode,
  detail: string,
  members: ProblemMembers = {},
): Response => {
  const status = statuses[code]
  const body: Problem = { type: 'about:blank', title: titles[status], status, code, detail, ...members }
  const report: RequestReport | undefined = context.get('report')
  if (report) report.entry.code = code
  return context.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

/** Tells errors that are for the client to know from faults of ours. */
export const isProblem = (error: unknown): error is RunnelError & { code: ProblemCode } =>
  RunnelError.isInstance(error) && Object.hasOwn(statuses, error.code)

/** Tells what a stream was refused in its midst from faults of ours. */
export const isRefusal = (error: unknown): error is CeilingError | RefusedError =>
  (error instanceof CeilingError || error instanceof RefusedError) && statuses[error.code] < 500

/** Turns what a handler threw into a problem; nothing of a fault of ours is told to the client. */
export const problemOf =
  (logFault: FaultSink) =>
  (error: unknown, context: Context): Response => {
    if (isProblem(error)) {
      const status = statuses[error.code]
      const { retryAfter = 1, ...members } = error instanceof RefusedError ? error.members : {}
      if (status === 429 || status === 503) context.header('retry-after', String(retryAfter))
      const isFailure = status === 503 || (error instanceof RefusedError && error.cause !== undefined)
      if (isFailure) logFault(error, context.get('requestId'))
      return problem(context, error.code, error.message, members)
    }
    if (error instanceof HTTPException && error.status < 500)
      return problem(context, 'bad_request', error.message)
    logFault(error, context.get('requestId'))
    return problem(context, 'internal', INTERNAL)
  }

/** Words of a stream that has begun about the error that ended it. */
export const problemWords = (error: unknown): Pick<Problem, 'code' | 'title' | 'detail'> => {
  const [code, detail] = isProblem(error) ? [error.code, error.message] : (['internal', INTERNAL] as const)
  return { code, title: titles[statuses[code]], detail }
}

const INTERNAL = 'something went wrong here; the request may be sent again'

const titles: Record<(typeof statuses)[ProblemCode], string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  426: 'Upgrade Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}
