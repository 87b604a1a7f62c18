import { FIRST_SLICE, LONG_TURN, LONGEST_SLICE, RANKS, SLICE, TURN } from './constants.ts'
import type { Turns } from './turns.ts'

/** A meter of work: what letters cost, and the net steps so far. */
export interface Meter {
  /** Work of a letter besides net steps. */
  readonly letter: number
  /** UTF-16 units, or bytes, of a slice at the most, where a letter may take as long as hundreds. */
  readonly slice?: number
  /** Net steps so far, of all who read by it; one at a time does. */
  steps(): number
}

/** Means and bounds of a job. */
export interface JobOptions {
  turns: Turns
  meter: Meter
  /** So many may wait for their turn, itself among them. */
  room: number
  charge(work: number): void
}

/** The work of one request or chunk: slices as long as their cost allows, with turns between. */
export class Job {
  readonly #turns: Turns
  readonly #meter: Meter
  readonly #charge: (work: number) => void
  readonly #begun: () => void
  #slice = FIRST_SLICE
  #sinceTurn = 0
  #work = 0

  /**
   * Begins a job where fewer than `room` wait; `charge` is told of the work of each slice, and may throw.
   *
   * @throws RefusedError when as many wait
   */
  constructor({ turns, meter, room, charge }: JobOptions) {
    this.#turns = turns
    this.#meter = meter
    this.#charge = charge
    this.#begun = turns.admit(room)
  }

  /** Work done so far. */
  get work(): number {
    return this.#work
  }

  /** UTF-16 units, or bytes, that the next slice may have. */
  get slice(): number {
    return this.#slice
  }

  /** Whether so much was done that the next step waits for a turn. */
  get isDue(): boolean {
    return this.#sinceTurn >= (this.#turns.waiting > 0 ? TURN : LONG_TURN)
  }

  /** Says that nothing more is to be done for now. */
  end(): void {
    this.#begun()
  }

  /** Does a step that reads so many letters, in a turn of its own when much was done since the last. */
  async do<T>(letters: number, step: () => T): Promise<T> {
    const act = () => this.#measured(letters, step)
    if (!this.isDue) return act()
    this.#sinceTurn = 0
    this.end()
    const rank = RANKS.findIndex((most) => this.#work < most)
    return this.#turns.take(rank === -1 ? RANKS.length : rank, act)
  }

  #measured<T>(letters: number, step: () => T): T {
    const before = this.#meter.steps()
    const result = step()
    const work = this.#meter.steps() - before + letters * this.#meter.letter
    this.#work += work
    this.#sinceTurn += work
    const aim = work > 0 ? Math.floor((SLICE * letters) / work) : LONGEST_SLICE
    const longest = this.#meter.slice ?? LONGEST_SLICE
    this.#slice = Math.max(1, Math.min(aim, 2 * this.#slice, longest))
    this.#turns.note(work)
    this.#charge(work)
    return result
  }
}
