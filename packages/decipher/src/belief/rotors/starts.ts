import { powerOf } from '../columns/powers.ts'
import { BEHIND, MANY, STARTS_A_STEP } from './constants.ts'
import { Presses, type Turn } from './presses.ts'
import type { RotorPlan } from './rotor-plan.ts'
import { SIZE } from './wheel-tables.ts'

/**
 * The starts of a rotor machine that are held possible, and what a text has cost by each, as far as four symbols in a row
 * tell. A start is a number: of its order, of the ring of the right wheel, then of the windows right, middle, left. Those that
 * differ in the left window alone stand together and share all that the other wheels do.
 */
export class Starts {
  readonly #plan: RotorPlan
  #ids: Int32Array
  #costs: Int32Array
  /** The latest three symbols that each reads, as a place in the table of costs. */
  #contexts: Int32Array
  count: number
  /** Letters read. */
  #letters = 0
  readonly #presses: Presses
  readonly #turn: Turn = { left: 0, around: 0, middle: 0, right: 0, letter: 0 }
  least = 0
  /** Starts that are left, by how much more each costs than the best. */
  #behind: Uint32Array = new Uint32Array(1)

  /** All starts, or those given. */
  constructor(plan: RotorPlan, ids: Int32Array = plan.starts) {
    this.#plan = plan
    this.#ids = ids.slice()
    this.count = ids.length
    this.#costs = new Int32Array(this.count)
    this.#contexts = new Int32Array(this.count)
    this.#presses = new Presses(plan)
    this.rewind()
  }

  get ids(): Int32Array {
    return this.#ids.subarray(0, this.count)
  }

  /** Goes back to the start of the text with those that are left. */
  rewind(): void {
    this.#letters = 0
    this.#costs.fill(0)
    this.#contexts.fill(this.#plan.space)
    for (let group = 0; group < this.#plan.groups; group++) this.#presses.begin(group)
  }

  /** Reads a symbol that is no letter by its token id. @param table costs by four symbols in a row */
  readOther(id: number, table: Uint8Array): void {
    const { vocabulary, wrap } = this.#plan
    for (let i = 0; i < this.count; i++) {
      const at = this.#contexts[i] * vocabulary + id
      this.#costs[i] += table[at]
      this.#contexts[i] = at % wrap
    }
  }

  /** Reads a letter of the ciphertext. */
  readLetter(letter: number, table: Uint8Array): void {
    const { vocabulary, wrap, letterIds, tables, work } = this.#plan
    work.steps += this.count / STARTS_A_STEP
    const { around, backward } = tables
    const [ids, costs, contexts] = [this.#ids, this.#costs, this.#contexts]
    const turn = this.#turn
    let group = -1
    for (let i = 0; i < this.count; i++) {
      const id = ids[i]
      const own = Math.floor(id / SIZE)
      if (own !== group) {
        group = own
        this.#presses.press(group, this.#letters, letter, turn)
      }
      let left = id - group * SIZE + turn.left
      if (left >= SIZE) left -= SIZE
      const returned = around[turn.around + left * SIZE + turn.letter]
      const read = backward[turn.right + backward[turn.middle + returned]]
      const at = contexts[i] * vocabulary + letterIds[read]
      costs[i] += table[at]
      contexts[i] = at % wrap
    }
    this.#letters++
  }

  /** Lets those go that are far behind. */
  prune(): void {
    const [ids, costs, contexts] = [this.#ids, this.#costs, this.#contexts]
    let best = 0
    for (let i = 1; i < this.count; i++) if (costs[i] < costs[best]) best = i
    this.least = costs[best]
    const behind = this.count > MANY ? BEHIND.many : BEHIND.few
    const counts = new Uint32Array(behind + 1)
    let kept = 0
    for (let i = 0; i < this.count; i++) {
      const distance = costs[i] - this.least
      if (distance > behind) continue
      counts[distance]++
      ids[kept] = ids[i]
      costs[kept] = costs[i]
      contexts[kept++] = contexts[i]
    }
    this.count = kept
    this.#behind = counts
  }

  /** Those that cost least, so many at the most: of equals the first. */
  lightest(most: number): number[] {
    const { limit, room } = this.#limitOf(most)
    const found: number[] = []
    let equals = room
    for (let i = 0; i < this.count; i++) {
      const behind = this.#costs[i] - this.least
      if (behind < limit || (behind === limit && equals-- > 0)) found.push(this.#ids[i])
    }
    return found
  }

  /** Weights of all that are left but the lightest together, one that costs least counting 1. */
  sumBut(most: number): number {
    const { limit, room } = this.#limitOf(most)
    let sum = -room * powerOf(limit)
    for (let behind = limit; behind < this.#behind.length; behind++) {
      sum += this.#behind[behind] * powerOf(behind)
    }
    return Math.max(0, sum)
  }

  /** The distance of the last of so many from the best, and the number of those just so far behind that are among them. */
  #limitOf(most: number): { limit: number; room: number } {
    let [limit, room] = [0, Math.min(most, this.count)]
    while (room > this.#behind[limit]) room -= this.#behind[limit++]
    return { limit, room }
  }
}
