import { LADDER, LETTERS, SWAPS_A_STEP, USUAL_WIDTH } from './constants.ts'
import { copyKey } from './copy-key.ts'
import { createKey } from './create-key.ts'
import type { Layout } from './layout.ts'
import type { Draws, MovedKey } from './moved-key.ts'
import type { PartialKeys } from './partial-keys.ts'
import type { SearchTable } from './search-table.ts'
import type { SlotText } from './slot-text.ts'

/** Mends partial keys of a text: what exchanges make of one of them is put among them. */
export class Repairs {
  readonly #table: SearchTable
  readonly #keys: PartialKeys
  readonly #repaired: MovedKey
  readonly #key = new Uint8Array(LETTERS)

  constructor(table: SearchTable, layout: Layout, { keys, text }: { keys: PartialKeys; text: SlotText }) {
    this.#table = table
    this.#keys = keys
    this.#repaired = createKey(table, layout, { place: LADDER.length, text })
  }

  /** Takes in the key that annealing finds. @param most swaps that a search of the usual width tries */
  anneal(most: number, letters: number, draws: Draws): void {
    const keys = this.#keys
    const swaps = Math.ceil((most * Math.min(this.#table.width, USUAL_WIDTH)) / USUAL_WIDTH)
    this.#table.work.steps += swaps / SWAPS_A_STEP
    const found = this.#repaired
    copyKey(keys, keys.best, this.#key)
    found.take(this.#key)
    found.anneal({ seen: keys.slots, letters, swaps }, draws)
    keys.insert(found.key, found.context, found.cost)
  }

  /** Takes in what exchanges make of one of the keys. */
  descend(key: number): void {
    copyKey(this.#keys, key, this.#key)
    this.improve(this.#key)
  }

  /** Takes in the key that exchanges make of a key. */
  improve(from: Uint8Array): void {
    const repaired = this.#repaired
    repaired.take(from)
    repaired.descend(this.#keys.slots)
    this.#keys.insert(repaired.key, repaired.context, repaired.cost)
  }
}
