import type { Timers } from '../options.ts'

/** Bounds of something that is waited for. */
export interface Bounds {
  /** Milliseconds. */
  time: number
  signal: AbortSignal | undefined
  timers: Timers
}

/**
 * Does something until a time or a signal ends it, whether or not it heeds the signal that it is given.
 *
 * It rejects with the reason of the signal; after the time, with `undefined`.
 */
export const timed = <T>(
  act: (signal: AbortSignal) => Promise<T>,
  { time, signal, timers }: Bounds,
): Promise<T> => {
  if (signal?.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    const ending = new AbortController()
    const end = (reason?: unknown) => {
      settle()
      reject(reason)
      ending.abort(reason)
    }
    const abort = () => end(signal?.reason)
    const callOff = timers.after(time, end)
    const settle = () => {
      callOff()
      signal?.removeEventListener('abort', abort)
    }
    signal?.addEventListener('abort', abort)
    act(ending.signal).finally(settle).then(resolve, reject)
  })
}

/** Waits; a signal ends that early. */
export const pause = (bounds: Bounds): Promise<void> =>
  timed(() => new Promise<never>(() => {}), bounds).catch(() => {})
