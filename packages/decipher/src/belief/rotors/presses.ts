import type { RotorPlan } from './rotor-plan.ts'
import { AREA, SIZE } from './wheel-tables.ts'

/** The way of a letter through the wheels of a group: places in their tables, and the letter before the left wheel. */
export interface Turn {
  left: number
  around: number
  middle: number
  right: number
  letter: number
}

/** The wheels of all groups, as they stand: starts of a group differ in the left window alone. */
export class Presses {
  readonly #plan: RotorPlan
  /** Windows of the middle wheel and turns of the left one, of each group. */
  readonly middle: Uint8Array
  readonly left: Uint8Array

  constructor(plan: RotorPlan) {
    this.#plan = plan
    this.middle = new Uint8Array(plan.groups)
    this.left = new Uint8Array(plan.groups)
  }

  /** Puts the wheels of a group back to where they start. */
  begin(group: number): void {
    this.middle[group] = group % SIZE
    this.left[group] = 0
  }

  /** Moves the wheels of a group, so many presses after its start. @returns the window of the right wheel before */
  step(group: number, presses: number): number {
    const { notches, orders } = this.#plan.tables
    const [, middle, right] = orders[Math.floor(group / this.#plan.groupsOfOrder)]
    const window = ((Math.floor(group / SIZE) % SIZE) + presses) % SIZE
    const isAtNotch = notches[middle * SIZE + this.middle[group]] === 1
    if (isAtNotch) this.left[group] = (this.left[group] + 1) % SIZE
    if (isAtNotch || notches[right * SIZE + window] === 1) {
      this.middle[group] = (this.middle[group] + 1) % SIZE
    }
    return window
  }

  /** Moves the wheels of a group, and leads a letter through the right and the middle one. Fills `turn`. */
  press(group: number, presses: number, letter: number, turn: Turn): void {
    const { tables, rings, ringOf, groupsOfOrder } = this.#plan
    const [left, middle, right] = tables.orders[Math.floor(group / groupsOfOrder)]
    const window = this.step(group, presses)
    turn.left = (this.left[group] + SIZE - rings[0]) % SIZE
    turn.around = left * AREA
    turn.middle = middle * AREA + ((this.middle[group] + SIZE - rings[1]) % SIZE) * SIZE
    turn.right = right * AREA + ((window + 1 + SIZE - ringOf(group)) % SIZE) * SIZE
    turn.letter = tables.forward[turn.middle + tables.forward[turn.right + letter]]
  }

  /** The letter that comes out, by the left window at the start. */
  read({ left, around, middle, right, letter }: Turn, window: number): number {
    const { tables } = this.#plan
    const returned = tables.around[around + ((window + left) % SIZE) * SIZE + letter]
    return tables.backward[right + tables.backward[middle + returned]]
  }
}
