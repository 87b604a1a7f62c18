import { RunnelServiceError } from '../errors.ts'
import type { RequestOptions, Timers } from '../options.ts'
import { backoff, type RetryOptions, retryDefaults } from './backoff.ts'

/** Does what may be done twice, again and again until the service has answered. */
export const retrying = async (
  act: () => Promise<void>,
  { timers, random }: { timers: Timers; random: () => number },
  { attempts = retryDefaults.attempts, signal, ...options }: RetryOptions & RequestOptions,
): Promise<void> => {
  for (let failures = 0; ; failures++) {
    try {
      return await act()
    } catch (error) {
      const refused = RunnelServiceError.isInstance(error)
      if (refused && error.status < 500 && error.status !== 429) throw error
      if (signal?.aborted || failures >= attempts) throw error
      const asked = refused ? (error.members.retryAfter ?? 0) : 0
      const wait = Math.max(asked, backoff(failures, random, options))
      await new Promise<void>((resolve) => timers.after(wait, resolve))
    }
  }
}
