import { powerOf } from '../columns/powers.ts'
import { BEHIND, MANY, STARTS_A_STEP } from './constants.ts'
import {
  type KernelStarts,
  MOST_GROUPS,
  openKernelStarts,
  type StartArrays,
  type StartLetter,
} from './kernel-starts.ts'
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
  /** The latest three token ids that each reads, a byte each, the latest highest. */
  #contexts: Int32Array
  count: number
  /** Letters read. */
  #letters = 0
  readonly #presses: Presses
  readonly #turn: Turn = { left: 0, around: 0, middle: 0, right: 0, letter: 0 }
  least = 0
  /** Starts that are left, by how much more each costs than the best. */
  #behind: Uint32Array = new Uint32Array(1)
  readonly #kernel: KernelStarts | undefined

  /** All starts, or those given. @param open gives the kernel that reads letters; without one JavaScript does, with the same costs */
  constructor(
    plan: RotorPlan,
    ids: Int32Array = plan.starts,
    open: typeof openKernelStarts = openKernelStarts,
  ) {
    this.#plan = plan
    this.#kernel = plan.groups <= MOST_GROUPS ? open() : undefined
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
    this.#contexts.fill(this.#plan.space << 16)
    for (let group = 0; group < this.#plan.groups; group++) this.#presses.begin(group)
  }

  /** Reads a symbol that is no letter by its token id. @param table costs by four symbols in a row */
  readOther(id: number, table: Uint8Array): void {
    const [costs, contexts] = [this.#costs, this.#contexts]
    const { one, two, three } = this.#plan.strides
    for (let i = 0; i < this.count; i++) {
      const before = contexts[i]
      costs[i] += table[(before & 0xff) * three + ((before >>> 8) & 0xff) * two + (before >>> 16) * one + id]
      contexts[i] = (before >>> 8) | (id << 16)
    }
  }

  /** Reads a letter of the ciphertext. */
  readLetter(letter: number, table: Uint8Array): void {
    const { count } = this
    this.#plan.work.steps += count / STARTS_A_STEP
    const starts = { ids: this.#ids, costs: this.#costs, contexts: this.#contexts, count }
    const read = { letter, presses: this.#letters++, table }
    if (this.#kernel) this.#kernel.read(this.#plan, this.#presses, starts, read)
    else this.#read(starts, read)
  }

  #read({ ids, costs, contexts, count }: StartArrays, { letter, presses, table }: StartLetter): void {
    const { letterIds, tables, strides } = this.#plan
    const { one, two, three } = strides
    const { around, backward } = tables
    const turn = this.#turn
    // Of the group that is read: the first start and that of the next one, and its wheels.
    let [first, next, from, middle, right] = [0, 0, 0, 0, 0]
    for (let i = 0; i < count; i++) {
      const id = ids[i]
      if (id >= next) {
        const group = Math.floor(id / SIZE)
        this.#presses.press(group, presses, letter, turn)
        first = group * SIZE - turn.left
        next = group * SIZE + SIZE
        from = turn.around + turn.letter
        middle = turn.middle
        right = turn.right
      }
      let left = id - first
      if (left >= SIZE) left -= SIZE
      const read = letterIds[backward[right + backward[middle + around[from + left * SIZE]]]]
      const before = contexts[i]
      costs[i] +=
        table[(before & 0xff) * three + ((before >>> 8) & 0xff) * two + (before >>> 16) * one + read]
      contexts[i] = (before >>> 8) | (read << 16)
    }
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
