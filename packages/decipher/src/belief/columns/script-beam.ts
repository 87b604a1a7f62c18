import { type Beam, SPOT_WORDS } from './beam.ts'
import type { Lane } from './lane.ts'
import { placesOfLeast } from './places-of-least.ts'
import type { Problem } from './problem.ts'

/** A beam in JavaScript, for where there are no kernels. */
export class ScriptBeam implements Beam {
  count = 1
  readonly longer: Int32Array = new Int32Array(SPOT_WORDS)
  readonly shorter: Int32Array = new Int32Array(SPOT_WORDS)
  readonly steps: Int32Array
  readonly #table: Uint8Array
  readonly #plain: Uint8Array
  readonly #period: number
  #filled = 0
  #tried = new Uint8Array(0)
  /** `[count, period]` */
  #keys: Uint8Array
  /** Cost of each key. */
  #costs = new Int32Array(1)
  /** Costs of each key by each of the values that are tried, beside that, `[count, tried]`. */
  #sums = new Int32Array(0)

  constructor({ costs, values }: Problem, { plain, period }: Lane) {
    this.#table = costs.table
    this.#plain = plain
    this.#period = period
    this.#keys = new Uint8Array(period)
    this.steps = new Int32Array(values)
  }

  begin(tried: Uint8Array): void {
    this.#tried = Uint8Array.from(tried)
    this.#sums = new Int32Array(this.count * tried.length)
  }

  weigh(wasKnown: boolean): void {
    const { count, longer, shorter, steps } = this
    const [table, costs, sums] = [this.#table, this.#costs, this.#sums]
    const width = this.#tried.length
    for (let parent = 0; parent < count; parent++) {
      if (wasKnown) costs[parent] -= table[this.#find(shorter, parent)]
      const fixed = this.#find(longer, parent)
      const row = parent * width
      for (let i = 0; i < width; i++) sums[row + i] += table[fixed + steps[i]]
    }
  }

  /** The place in the table by a key. */
  #find(spot: Int32Array, parent: number): number {
    let [found] = spot
    for (let i = 1; i < SPOT_WORDS; i += 3) {
      found += this.#plain[spot[i] + this.#keys[parent * this.#period + spot[i + 1]]] * spot[i + 2]
    }
    return found
  }

  keep(own: Int32Array, most: number): void {
    const [keys, costs, sums, tried, period] = [
      this.#keys,
      this.#costs,
      this.#sums,
      this.#tried,
      this.#period,
    ]
    for (let parent = 0; parent < this.count; parent++) {
      const from = parent * tried.length
      for (let i = 0; i < tried.length; i++) sums[from + i] += costs[parent] + (own.length > 0 ? own[i] : 0)
    }
    const kept = placesOfLeast(sums, most)
    const next = new Uint8Array(kept.length * period)
    for (let i = 0; i < kept.length; i++) {
      const parent = Math.floor(kept[i] / tried.length)
      for (let filled = 0; filled < this.#filled; filled++) {
        next[i * period + filled] = keys[parent * period + filled]
      }
      next[i * period + this.#filled] = tried[kept[i] - parent * tried.length]
    }
    this.#keys = next
    this.#costs = Int32Array.from(kept, (at) => sums[at])
    this.count = kept.length
    this.#filled++
  }

  found(): { keys: Uint8Array; costs: Int32Array } {
    return { keys: this.#keys, costs: this.#costs }
  }
}
