import { DROP, MOST_COST } from './constants.ts'
import { type CostTable, rowIn } from './cost-table.ts'
import type { KeyTable } from './key-table.ts'

/** Keys that are about to branch. */
export interface Branching {
  readonly table: KeyTable
  readonly count: number
  /** Letters, as a mask, that the new slot may be read as. */
  readonly allowed: number
  /** Branches that are kept at the most. */
  readonly width: number
}

/**
 * The cost up to which branches are kept. Keys are looked at from the cheapest on, and only as long as a branch of theirs
 * may still be one of those.
 */
export class BranchLimit {
  /** The cost up to which branches are kept, how many that cost just so much, and the least of all. */
  limit = 0
  spare = 0
  least = 0
  readonly #costTable: CostTable
  readonly #histogram = new Int32Array(DROP + MOST_COST + 2)
  /** Keys in the order of their costs, and where those of each cost begin. */
  readonly #order: Uint32Array
  readonly #starts = new Int32Array(DROP + 2)

  constructor(width: number, costTable: CostTable) {
    this.#costTable = costTable
    this.#order = new Uint32Array(width + 1)
  }

  find({ table, count, allowed, width }: Branching): void {
    this.#sort(table.costs, count)
    const { used, contexts } = table
    const { costs } = this.#costTable
    const [histogram, order, starts] = [this.#histogram.fill(0), this.#order, this.#starts]
    let [branches, least] = [0, histogram.length]
    for (let cost = 0, i = 0; cost <= DROP && cost <= least + DROP && branches <= width; cost++) {
      for (; i < starts[cost + 1]; i++) {
        const key = order[i]
        const row = rowIn(this.#costTable, contexts[key])
        for (let left = allowed & ~used[key]; left !== 0; left &= left - 1) {
          histogram[cost + costs[row + 31 - Math.clz32(left & -left)]]++
        }
      }
      branches += histogram[cost]
      if (branches > 0 && cost < least) least = cost
    }
    this.#measure(width)
  }

  #measure(width: number): void {
    const histogram = this.#histogram
    let least = 0
    while (histogram[least] === 0) least++
    const last = Math.min(least + DROP, histogram.length - 1)
    let [limit, room] = [least, width]
    while (limit < last && histogram[limit] <= room) room -= histogram[limit++]
    this.least = least
    this.limit = limit
    this.spare = room
  }

  /** Lists the keys in the order of their costs. */
  #sort(costs: Int32Array, count: number): void {
    const [order, starts] = [this.#order, this.#starts.fill(0)]
    for (let key = 0; key < count; key++) starts[costs[key]]++
    for (let cost = 1; cost < starts.length; cost++) starts[cost] += starts[cost - 1]
    for (let key = 0; key < count; key++) order[--starts[costs[key]]] = key
  }
}
