import { RunnelError } from '@runnel/core'
import type { EngineFault, FaultCode } from '../fault.ts'

/** Codes of the service and of its client, and the trouble that each one is. */
const codes: Readonly<Record<string, FaultCode>> = {
  session_gone: 'session-gone',
  session_expired: 'session-gone',
  session_cancelled: 'session-gone',
  session_ended: 'session-gone',
  events_gone: 'session-gone',
  model_changed: 'model-changed',
  model_unavailable: 'model-changed',
  rate_limited: 'rate-limited',
  too_many_readers: 'rate-limited',
  session_too_long: 'too-long',
  body_too_large: 'too-long',
  connection_lost: 'connection-failed',
}

/** Trouble with the service, in the words of an engine. */
export const faultOf = (error: unknown): EngineFault => {
  const message = error instanceof Error ? error.message : String(error)
  if (!RunnelError.isInstance(error)) return { code: 'connection-failed', message }
  const members = (error as { members?: { retryAfter?: number } }).members
  const code = codes[error.code] ?? 'reading-failed'
  const wait = members?.retryAfter
  return { code, message, ...(wait !== undefined && { retryAfter: Math.ceil(wait / 1000) }) }
}
