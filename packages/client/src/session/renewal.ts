import type { Timers } from '../options.ts'

/** Parts of a renewal. */
export interface RenewalOptions {
  timers: Timers
  /** Time at which the session expires, in ISO 8601; where it is not known, nothing is renewed. */
  expires: string | undefined
  /** Renews, and gives the new time. */
  renew: () => Promise<string>
}

/** Milliseconds between tries, at the least. */
const LEAST_WAIT = 60_000

/** Renews a session whenever half of its time is over, until it is stopped. */
export class Renewal {
  readonly #timers: Timers
  readonly #renew: () => Promise<string>
  #stopped = false
  #stopWaiting: () => void = () => {}

  constructor({ timers, expires, renew }: RenewalOptions) {
    this.#timers = timers
    this.#renew = renew
    this.#wait(expires)
  }

  stop(): void {
    this.#stopped = true
    this.#stopWaiting()
  }

  #wait(expires: string | undefined): void {
    const left = Date.parse(expires ?? '') - (this.#timers.now?.() ?? Date.now())
    if (this.#stopped || !(left > 0)) return
    this.#stopWaiting = this.#timers.after(Math.max(left / 2, LEAST_WAIT), () => {
      // What could not be renewed is tried again when half of what is left is over; its end says itself.
      this.#renew()
        .catch(() => expires)
        .then((next) => this.#wait(next))
    })
  }
}
