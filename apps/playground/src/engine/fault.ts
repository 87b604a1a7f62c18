/** Kinds of trouble that a page tells in words. */
export const faultCodes = [
  'model-not-loaded',
  'model-damaged',
  'reading-failed',
  'worker-failed',
  'session-gone',
  'model-changed',
  'rate-limited',
  'too-long',
  'connection-failed',
] as const

/** One of `faultCodes`. */
export type FaultCode = (typeof faultCodes)[number]

/** Trouble. What was settled before stays as it is. */
export interface EngineFault {
  readonly code: FaultCode
  readonly message: string
  /** Seconds to wait, where the service said so. */
  readonly retryAfter?: number
}
