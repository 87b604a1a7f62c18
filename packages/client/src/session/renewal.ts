import type { Timers } from '../options.ts'
import type { SessionTokens } from './session-tokens.ts'

/** Milliseconds between tries, at the least. */
const LEAST_WAIT = 60_000

/** Renews a session whenever half of its time is over, until it is stopped. */
export class Renewal {
  readonly #timers: Timers
  readonly #tokens: SessionTokens
  #stopped = false
  #stopWaiting: () => void = () => {}

  /** `expires` is the time at which the session does, in ISO 8601; where it is not known, nothing is renewed. */
  constructor(timers: Timers, expires: string | undefined, tokens: SessionTokens) {
    this.#timers = timers
    this.#tokens = tokens
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
      this.#tokens
        .renew()
        .catch(() => expires)
        .then((next) => this.#wait(next))
    })
  }
}
