import type { InSteps } from '@runnel/decipher'
import { FIRST_SLICE, LONG_TURN, LONGEST_SLICE, RANKS, SLICE, STEP, TURN } from './constants.ts'
import type { Turns } from './turns.ts'

/** A meter of work: what letters cost, and the net steps so far. */
export interface Meter {
  /** Work of a letter besides net steps. */
  readonly letter: number
  /** Net steps so far, of all who read by it; one at a time does. */
  steps(): number
}

/** Means and bounds of a job. */
export interface JobOptions {
  turns: Turns
  meter: Meter
  /** Called when it has begun, or no longer will: it was let in, and counts as one that waits until then. */
  begun(): void
  charge(work: number): void
  /** Work done before it without a turn between; none unless given. */
  sinceTurn?: number
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

  /** Begins a job that `turns` has let in; `charge` is told of the work of each slice, and may throw. */
  constructor({ turns, meter, begun, charge, sinceTurn = 0 }: JobOptions) {
    this.#turns = turns
    this.#meter = meter
    this.#charge = charge
    this.#sinceTurn = sinceTurn
    this.#begun = begun
  }

  /** Work done so far. */
  get work(): number {
    return this.#work
  }

  /** Work since the latest turn. */
  get sinceTurn(): number {
    return this.#sinceTurn
  }

  /** UTF-16 units, or bytes, that the next slice may have. */
  get slice(): number {
    return this.#slice
  }

  /** Whether so much was done that the next step waits for a turn. */
  get isDue(): boolean {
    return this.#sinceTurn >= (this.#turns.waiting > 0 ? TURN : LONG_TURN)
  }

  /** Notes work that was done besides. */
  note(work: number): void {
    this.#work += work
    this.#sinceTurn += work
    this.#charge(work)
  }

  /** Says that nothing more is to be done for now. */
  end(): void {
    this.#begun()
  }

  /**
   * Does what reads so many letters, in a turn of its own when much was done since the last. What it gives steps for is gone on
   * with as long as `isHere`, in as many turns as it takes; nothing is given where it no longer is.
   */
  async do<T>(letters: number, act: () => T | InSteps<T>, isHere = () => true): Promise<T | undefined> {
    const before = this.#work
    const begun = await this.#turn(() => this.#measured(letters, act))
    if (!isSteps(begun)) {
      this.#aim(letters, this.#work - before)
      return begun
    }
    for (;;) {
      if (!isHere()) return undefined
      const step = await this.#turn(() => (isHere() ? this.#measured(0, () => this.#goOn(begun)) : undefined))
      if (!step) return undefined
      if (!step.done) continue
      this.#aim(letters, this.#work - before)
      return step.value
    }
  }

  /** Takes steps until there is none left, or as much was done as between two turns. */
  #goOn<T>(steps: InSteps<T>): IteratorResult<undefined, T> {
    const before = this.#meter.steps()
    for (;;) {
      const step = steps.next()
      if (step.done || this.#meter.steps() - before >= STEP) return step
    }
  }

  /** Acts at once, or in a turn when much was done since the last. */
  async #turn<T>(act: () => T): Promise<T> {
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
    this.#turns.note(work)
    this.note(work)
    return result
  }

  /** Has the next slice take about as much work as one may, by what so many letters took. */
  #aim(letters: number, work: number): void {
    if (letters === 0) return
    const aim = work > 0 ? Math.floor((SLICE * letters) / work) : LONGEST_SLICE
    this.#slice = Math.max(1, Math.min(aim, 2 * this.#slice, LONGEST_SLICE))
  }
}

/** Whether something is left of what was begun. */
const isSteps = <T>(result: T | InSteps<T>): result is InSteps<T> =>
  typeof result === 'object' && result !== null && 'next' in result
