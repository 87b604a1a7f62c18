import { BUDGETS, type Budget } from './budgets.ts'
import { BETTER, COLD, LADDER, MOST_LETTERS } from './constants.ts'
import { copyKey } from './copy-key.ts'
import { createKey } from './create-key.ts'
import type { Layout } from './layout.ts'
import type { Draws, MovedKey } from './moved-key.ts'
import type { PartialKeys } from './partial-keys.ts'
import type { SearchTable } from './search-table.ts'
import type { SlotText } from './slot-text.ts'

/**
 * Parallel tempering (Swendsen and Wang 1986): whole keys at several temperatures, each changed by exchanges of two letters
 * that are taken by Metropolis' rule, neighbours changing places by the same. What the coldest find is given back to the
 * partial keys.
 */
export class Tempering {
  readonly #weights: Float64Array
  readonly #budget: Budget
  readonly #replicas: MovedKey[]
  readonly #key = new Uint8Array(MOST_LETTERS)
  #hasBegun = false

  constructor(table: SearchTable, layout: Layout, text: SlotText) {
    this.#weights = table.weights
    this.#budget = BUDGETS[layout]
    this.#replicas = LADDER.map((_, place) => createKey(table, layout, { place, text }))
  }

  /** The keys of the replicas, or none before the first run. */
  get keys(): readonly Uint8Array[] {
    return this.#hasBegun ? this.#replicas.map(({ key }) => key) : []
  }

  /** Takes note of a slot that is new. */
  admit(slot: number): void {
    if (this.#hasBegun) for (const replica of this.#replicas) replica.admit(slot)
  }

  /** Takes up the keys of the replicas. */
  resume(keys: readonly Uint8Array[]): void {
    this.#hasBegun = keys.length > 0
    keys.forEach((key, at) => {
      this.#replicas[at].take(key)
    })
  }

  /** Spends the budget of a letter. */
  run(keys: PartialKeys, draws: Draws): void {
    this.#begin(keys, draws)
    const replicas = this.#replicas
    const { swaps } = this.#budget
    for (let round = 0; round < this.#budget.rounds; round++) {
      replicas.forEach((replica, at) => {
        replica.stir({ seen: keys.slots, swaps, coldness: LADDER[at] }, draws)
      })
      for (let at = replicas.length - 2; at >= 0; at--) this.#exchange(at, draws)
      for (const { key, context, cost } of replicas.slice(0, COLD)) keys.insert(key, context, cost)
    }
  }

  /** Has the replicas read what is new, from keys that are held possible at first. */
  #begin(keys: PartialKeys, { random }: Draws): void {
    const [coldest] = this.#replicas
    const take = (replica: MovedKey, key: number): void => {
      copyKey(keys, key, this.#key)
      replica.take(this.#key)
    }
    this.#replicas.forEach((replica) => {
      if (this.#hasBegun) replica.grow()
      else take(replica, replica === coldest ? keys.best : random.integer(keys.count))
    })
    this.#hasBegun = true
    if (coldest.cost > keys.least + BETTER) take(coldest, keys.best)
  }

  /** Has a replica and its hotter neighbour change places, perhaps. */
  #exchange(at: number, { random }: Draws): void {
    const [cold, hot] = [this.#replicas[at], this.#replicas[at + 1]]
    const units = ((LADDER[at] - LADDER[at + 1]) * (hot.cost - cold.cost)) >> 4
    if (units > 0 && (units >= this.#weights.length || random.next() >= this.#weights[units])) return
    this.#replicas[at] = hot
    this.#replicas[at + 1] = cold
  }
}
