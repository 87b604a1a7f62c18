import { RunnelError } from '@runnel/core'
import { ConnectionLostError, ProtocolError, RunnelServiceError } from '../errors.ts'
import type { RequestOptions, Timers } from '../options.ts'
import { backoff, type RetryOptions, retryDefaults } from './backoff.ts'
import { pause, timed } from './timed.ts'

/** Refusals that pass, besides those of 500 and above. */
const passing: readonly number[] = [408, 425, 429]

/**
 * Does what may be done twice, again and again until the service has answered.
 *
 * It rejects with the reason of the signal, with what the service refuses for good, and when it is given up with the
 * last answer, or with ConnectionLostError where there was none.
 */
export const retrying = <T>(
  act: (signal: AbortSignal) => Promise<T>,
  { timers, random }: { timers: Timers; random: () => number },
  { signal, ...options }: RetryOptions & RequestOptions,
): Promise<T> => {
  const { attempts = retryDefaults.attempts, timeout = retryDefaults.timeout } = options
  const { deadline = retryDefaults.deadline } = options
  let failures = 0
  let last: unknown
  const tryOn = async (end: AbortSignal): Promise<T> => {
    for (; ; failures++) {
      try {
        return await timed(act, { time: timeout, signal: end, timers })
      } catch (error) {
        if (end.aborted || !passes(error)) throw error
        last = error
      }
      if (failures >= attempts) throw givenUp(last, failures + 1)
      const wait = Math.max(retryAfter(last), backoff(failures, random, options))
      await pause({ time: wait, signal: end, timers })
      end.throwIfAborted()
    }
  }
  return timed(tryOn, { time: deadline, signal, timers }).catch((error: unknown) => {
    throw error === undefined ? givenUp(last, failures + 1) : error
  })
}

/** Tells whether another try may fare better. */
const passes = (error: unknown): boolean => {
  if (!RunnelServiceError.isInstance(error))
    return ProtocolError.isInstance(error) || !RunnelError.isInstance(error)
  if (error.code === 'sessions_not_configured') return false
  return error.status >= 500 || passing.includes(error.status)
}

const retryAfter = (error: unknown): number =>
  RunnelServiceError.isInstance(error) ? (error.members.retryAfter ?? 0) : 0

const givenUp = (last: unknown, tries: number): unknown =>
  RunnelError.isInstance(last) ? last : new ConnectionLostError(tries, { cause: last })
