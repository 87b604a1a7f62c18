import { setImmediate } from 'node:timers/promises'
import { RunnelError } from '@runnel/core'

/**
 * Lets everything else have a turn, ^C before all.
 *
 * @throws RunnelError `stopped` when the user ended the work
 */
export const breathe = async (signal: AbortSignal): Promise<void> => {
  await setImmediate()
  if (signal.aborted) throw new RunnelError('stopped', 'stopped before there was an answer')
}
