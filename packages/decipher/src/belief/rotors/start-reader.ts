import type { RotorPlan } from './rotor-plan.ts'
import { AREA, SIZE } from './wheel-tables.ts'

/** The wheels of one start, as they turn: reads a text letter by letter. */
export class StartReader {
  readonly #plan: RotorPlan
  readonly #wheels: readonly number[]
  readonly #ring: number
  /** Letters in the windows. */
  #left: number
  #middle: number
  #right: number

  constructor(plan: RotorPlan, start: number) {
    const group = Math.floor(start / SIZE)
    this.#plan = plan
    this.#wheels = plan.tables.orders[Math.floor(group / plan.groupsOfOrder)]
    this.#ring = plan.ringOf(group)
    this.#left = start % SIZE
    this.#middle = group % SIZE
    this.#right = Math.floor(group / SIZE) % SIZE
  }

  /** The letter that comes out, of one that is pressed: both from 0. */
  press(letter: number): number {
    const { tables, rings } = this.#plan
    const { notches, forward, around, backward } = tables
    const [left, middle, right] = this.#wheels
    const isAtNotch = notches[middle * SIZE + this.#middle] === 1
    if (isAtNotch) this.#left = (this.#left + 1) % SIZE
    if (isAtNotch || notches[right * SIZE + this.#right] === 1) this.#middle = (this.#middle + 1) % SIZE
    this.#right = (this.#right + 1) % SIZE
    const first = right * AREA + ((this.#right + SIZE - this.#ring) % SIZE) * SIZE
    const second = middle * AREA + ((this.#middle + SIZE - rings[1]) % SIZE) * SIZE
    const third = left * AREA + ((this.#left + SIZE - rings[0]) % SIZE) * SIZE
    const returned = around[third + forward[second + forward[first + letter]]]
    return backward[first + backward[second + returned]]
  }
}
