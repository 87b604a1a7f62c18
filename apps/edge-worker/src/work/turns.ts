import { RefusedError } from '../refused-error.ts'
import { type Clock, systemClock } from '../stream-watch.ts'
import { EXPECTED, GONE, LONG_STEP, LOOK_EVERY, LOST, MOST_ROUNDS, PATIENCE, ROUNDS } from './constants.ts'

/** One that waits for a turn, or has it. */
interface Taker {
  /** Place in the order in which turns are taken: the lower, the sooner. */
  readonly order: number
  /** When its timer is to ring next, in milliseconds. */
  due: number
}

/** Lets the event loop go round once: whatever came meanwhile is heard before it resolves. */
type GoRound = () => Promise<void>

/**
 * The turns of an isolate, in which streams do their work: one at a time, and between two of them whatever else has come
 * is heard. Who has done little goes first, and who has waited long.
 *
 * Requests and objects share nothing but numbers here. Each looks by a timer of its own whether its turn has come: a
 * promise that the context of another settles may never be settled, and a context that the platform has ended is not heard
 * of again. Timers ring in the order of their time: a context whose timer has not rung long after it was to, while later
 * ones of another have, is gone, and its turn with it.
 */
export class Turns {
  readonly #clock: Clock
  readonly #goRound: GoRound
  readonly #waiting = new Set<Taker>()
  /** Those that were let in and have read nothing yet, and when. */
  readonly #expected = new Map<() => void, number>()
  #holder: Taker | undefined
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
    // Perhaps all of them are gone, and nobody is left to notice.
    this.#forget(this.#clock.now() - LOST)
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
    const own: Taker = { order: rank * PATIENCE + this.#turns, due: this.#clock.now() }
    // To whom it has come by a timer, the loop has gone round for once.
    const gone = (await this.#begin(own)) ? 1 : 0
    for (let rounds = this.#roundsDue() - gone; rounds > 0; rounds--) {
      own.due = this.#clock.now()
      await this.#goRound()
    }
    try {
      return step()
    } finally {
      this.#turns++
      if (this.#holder === own) this.#holder = undefined
    }
  }

  /** Waits until nobody has the turn who is still there, and nobody comes before. @returns whether it had to */
  async #begin(own: Taker): Promise<boolean> {
    let waited = false
    for (let seen = Number.NEGATIVE_INFINITY; ; seen = own.due) {
      this.#forget(seen - GONE)
      // One that others have thought gone comes again.
      this.#waiting.add(own)
      const place = this.#placeOf(own)
      if (place === 0 && !this.#holder) break
      const pause = Math.min(LOOK_EVERY.first + place * LOOK_EVERY.further, LOOK_EVERY.most)
      own.due = this.#clock.now() + pause
      await new Promise<void>((resolve) => this.#clock.after(pause, resolve))
      waited = true
    }
    this.#waiting.delete(own)
    this.#holder = own
    return waited
  }

  /** Forgets those whose timers were to ring before a time, and have not. */
  #forget(time: number): void {
    if (this.#holder && this.#holder.due < time) this.#holder = undefined
    for (const one of this.#waiting) if (one.due < time) this.#waiting.delete(one)
  }

  /** Number of those that wait who come before one of them. */
  #placeOf(own: Taker): number {
    let before = 0
    let isEarlier = true
    for (const one of this.#waiting) {
      if (one === own) isEarlier = false
      else if (one.order < own.order || (isEarlier && one.order === own.order)) before++
    }
    return before
  }

  #roundsDue(): number {
    const long = Math.min(MOST_ROUNDS, Math.floor(this.#longest / LONG_STEP))
    this.#longest = 0
    return Math.max(this.#waiting.size > 0 ? ROUNDS : 1, long)
  }
}
