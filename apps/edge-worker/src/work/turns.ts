import { RefusedError } from '../refused-error.ts'
import { type Clock, systemClock } from '../stream-watch.ts'
import { EXPECTED, LONG_STEP, LOST, MOST_ROUNDS, PATIENCE, ROUNDS } from './constants.ts'

/** One that waits for a turn. */
interface Waiting {
  rank: number
  /** Turns of all when it came. */
  since: number
  isNext: boolean
  wake(): void
}

/** Lets the event loop go round once: whatever came meanwhile is heard before it resolves. */
type GoRound = () => Promise<void>

/**
 * The turns of an isolate, in which streams do their work: one at a time, and between two of them whatever else has come
 * is heard. Who has done little goes first, and who has waited long.
 *
 * A request that the platform ends takes its turn with it, so each who waits keeps a timer of its own and looks; it also
 * shows the platform that the request has not hung.
 */
export class Turns {
  readonly #clock: Clock
  readonly #goRound: GoRound
  readonly #waiting = new Set<Waiting>()
  /** Those that were let in and have read nothing yet, and when. */
  readonly #expected = new Map<() => void, number>()
  #holder: Waiting | undefined
  #turns = 0
  /** The most work of a step since the loop went round last. */
  #longest = 0

  constructor(clock: Clock = systemClock, goRound: GoRound = () => new Promise((go) => setTimeout(go))) {
    this.#clock = clock
    this.#goRound = goRound
  }

  /** Those that wait for a turn, or have it. */
  get waiting(): number {
    return this.#waiting.size + (this.#holder ? 1 : 0)
  }

  /**
   * Lets one in that may come to wait. Until it has read something it counts, for a while: many that come at the same time
   * would all find room else. Gives what has to be called when it has.
   *
   * @throws RefusedError when as many wait already as may
   */
  admit(most: number): () => void {
    const now = this.#clock.now()
    for (const [one, since] of this.#expected) if (now - since > EXPECTED) this.#expected.delete(one)
    this.checkRoom(most - this.#expected.size)
    const one = () => void this.#expected.delete(one)
    this.#expected.set(one, now)
    return one
  }

  /** @throws RefusedError when as many wait already as may */
  checkRoom(most: number): void {
    if (this.waiting < most) return
    throw new RefusedError('work_limited', 'too many wait for their turn here: come back later', {
      retryAfter: 1,
    })
  }

  /** Takes note of the work of a step: after one that was long the loop goes round more often. */
  note(work: number): void {
    this.#longest = Math.max(this.#longest, work)
  }

  /** Waits for a turn and takes it: does a step, which must not wait for anything. */
  async take<T>(rank: number, step: () => T): Promise<T> {
    const own: Waiting = { rank, since: this.#turns, isNext: false, wake: () => {} }
    if (this.#holder) await this.#wait(own)
    this.#holder = own
    for (let rounds = this.#roundsDue(); rounds > 0; rounds--) await this.#goRound()
    try {
      return step()
    } finally {
      if (this.#holder === own) this.#pass()
    }
  }

  /** Waits until the turn is handed over, or was lost. */
  async #wait(own: Waiting): Promise<void> {
    this.#waiting.add(own)
    while (!own.isNext) {
      const seen = this.#turns
      await new Promise<void>((resolve) => {
        const callOff = this.#clock.after(LOST, resolve)
        own.wake = () => {
          callOff()
          resolve()
        }
      })
      if (!own.isNext && seen === this.#turns) this.#pass()
    }
  }

  #roundsDue(): number {
    const long = Math.min(MOST_ROUNDS, Math.floor(this.#longest / LONG_STEP))
    this.#longest = 0
    return Math.max(this.#waiting.size > 0 ? ROUNDS : 1, long)
  }

  /** Hands the turn to the next. */
  #pass(): void {
    this.#turns++
    let next: Waiting | undefined
    for (const one of this.#waiting) if (!next || this.#rankOf(one) < this.#rankOf(next)) next = one
    this.#holder = next
    if (!next) return
    this.#waiting.delete(next)
    next.isNext = true
    next.wake()
  }

  #rankOf({ rank, since }: Waiting): number {
    return rank * PATIENCE - (this.#turns - since)
  }
}
