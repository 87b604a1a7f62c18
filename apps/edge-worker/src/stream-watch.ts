import { CeilingError, type Ceilings } from './ceilings.ts'

/** Time, given from outside so that tests need not wait. */
export interface Clock {
  /** Milliseconds. */
  now(): number
  /** Calls back once, after that many milliseconds; gives what calls it off. */
  after(milliseconds: number, act: () => void): () => void
}

/** The time of the platform. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Watches over the time of one stream. */
export interface StreamWatch {
  /** Says that a byte came, or that the answer was read further. */
  touch(): void
  stop(): void
}

/**
 * Calls `expire` when a stream has been idle, or has lasted, for too long. One timer, set again only when it rings:
 * a chunk costs no more than a look at the clock.
 */
export const watchStream = (
  { idle, total }: Pick<Ceilings, 'idle' | 'total'>,
  clock: Clock,
  expire: (error: CeilingError) => void,
): StreamWatch => {
  const start = clock.now()
  let touched = start
  let callOff = () => {}
  const wait = () => {
    const now = clock.now()
    if (now >= start + total) {
      return expire(new CeilingError('took_too_long', `a stream lasts up to ${total / 1000} s`))
    }
    if (now >= touched + idle) {
      return expire(
        new CeilingError('idle_too_long', `nothing was sent, or nothing read, for ${idle / 1000} s`),
      )
    }
    callOff = clock.after(Math.min(touched + idle, start + total) - now, wait)
  }
  wait()
  return {
    touch: () => {
      touched = clock.now()
    },
    stop: () => callOff(),
  }
}
