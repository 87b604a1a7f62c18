import { RefusedError } from '../refused-error.ts'
import { limits } from './limits.ts'

/** Steps of a session, one after another in the order in which they were asked for. */
export class Steps {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Steps that wait or are taken. */
  get waiting(): number {
    return this.#waiting
  }

  /** Takes a step when those before it are over. @throws RefusedError when as many wait as may */
  async run<T>(step: () => Promise<T>): Promise<T> {
    if (this.#waiting >= limits.steps) {
      throw new RefusedError('work_limited', `${limits.steps} steps of the session wait already`, {
        retryAfter: 1,
      })
    }
    this.#waiting++
    const own = this.#last.then(step)
    this.#last = own.catch(() => {})
    try {
      return await own
    } finally {
      this.#waiting--
    }
  }
}
