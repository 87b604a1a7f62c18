import { LONGEST_START, MOST_LETTERS, MOST_SYMBOLS, SPACE, SYMBOL_BITS } from './constants.ts'
import { type CostTable, contextBits, costIn } from './cost-table.ts'
import { anneal, stir } from './exchanges.ts'
import {
  type Annealing,
  admitTo,
  type Draws,
  type ExchangedKey,
  type MovedKey,
  type Stirring,
} from './moved-key.ts'
import type { SlotText } from './slot-text.ts'

/** Beside the costs: how far exchanges may go, and letters, as a mask, that stay where they are. */
interface Means {
  readonly allowances: Uint8Array
  readonly fixed: number
}

/**
 * A whole key of a text in slots, with the cost of every window, so that exchanging two letters takes time in proportion
 * to how often they occur.
 */
export class Replica implements MovedKey, ExchangedKey {
  /** Plaintext letter of each slot; those that the text has not shown yet hold the letters that are left. */
  readonly key: Uint8Array = Uint8Array.from({ length: MOST_LETTERS }, (_, letter) => letter)
  /** Cost of the text, in units. */
  cost = 0
  readonly #table: CostTable
  readonly #allowances: Uint8Array
  /** The bits of a context. */
  readonly #context: number
  readonly #text: SlotText
  /** Letters, as a mask, that stay where they are. */
  readonly #fixed: number
  /** The number that the letters of each window spell, and its cost. */
  readonly #numbers: Int32Array = new Int32Array(MOST_SYMBOLS)
  readonly #paid: Uint8Array = new Uint8Array(MOST_SYMBOLS)
  /** Cost of the windows of each slot together, worked out when it is asked for, or -1. */
  readonly #loads: Int32Array = new Int32Array(MOST_LETTERS).fill(-1)
  #length = 0

  constructor(table: CostTable, text: SlotText, { allowances, fixed }: Means) {
    this.#table = table
    this.#allowances = allowances
    this.#context = contextBits(table)
    this.#fixed = fixed
    this.#text = text
  }

  get context(): number {
    return this.#length === 0
      ? LONGEST_START & this.#context
      : this.#numbers[this.#length - 1] & this.#context
  }

  take(key: Uint8Array): void {
    this.key.set(key)
    this.#length = 0
    this.cost = 0
    this.grow()
  }

  mayExchange(a: number, b: number): boolean {
    return (((this.#fixed >> this.key[a]) | (this.#fixed >> this.key[b])) & 1) === 0
  }

  admit(slot: number): void {
    admitTo(this.key, slot, this.#text.allowed[slot])
  }

  grow(): void {
    const { slots, length } = this.#text
    for (let at = this.#length; at < length; at++) {
      const before = (at === 0 ? LONGEST_START : this.#numbers[at - 1]) & this.#context
      const number = (before << SYMBOL_BITS) | (slots[at] === SPACE ? SPACE : this.key[slots[at]])
      this.#numbers[at] = number
      this.#paid[at] = costIn(this.#table, number)
      this.cost += this.#paid[at]
    }
    this.#length = length
    this.#loads.fill(-1)
  }

  difference(a: number, b: number, most: number): number {
    const [table, numbers, paid] = [this.#table, this.#numbers, this.#paid]
    const { windows, windowCounts, places } = this.#text
    const step = this.key[b] - this.key[a]
    const [ofA, ofB] = [a * MOST_SYMBOLS, b * MOST_SYMBOLS]
    let before = this.#load(a) + this.#load(b)
    let after = 0
    let [list, count] = [windows[a], windowCounts[a]]
    for (let i = 0; i < count; i++) {
      const at = list[i]
      const number = numbers[at] + step * (places[ofA + at] - places[ofB + at])
      after += costIn(table, number)
      if (after - before > most) return most + 1
    }
    list = windows[b]
    count = windowCounts[b]
    for (let i = 0; i < count; i++) {
      const at = list[i]
      if (places[ofA + at] !== 0) {
        before -= paid[at]
        continue
      }
      const number = numbers[at] - step * places[ofB + at]
      after += costIn(table, number)
      if (after - before > most) return most + 1
    }
    return after - before
  }

  #load(slot: number): number {
    const known = this.#loads[slot]
    if (known >= 0) return known
    const list = this.#text.windows[slot]
    let load = 0
    for (let i = 0; i < this.#text.windowCounts[slot]; i++) load += this.#paid[list[i]]
    this.#loads[slot] = load
    return load
  }

  exchange(a: number, b: number): void {
    const { windows, windowCounts, places } = this.#text
    const step = this.key[b] - this.key[a]
    const [ofA, ofB] = [a * MOST_SYMBOLS, b * MOST_SYMBOLS]
    for (let i = 0; i < windowCounts[a]; i++) {
      const at = windows[a][i]
      this.#numbers[at] += step * (places[ofA + at] - places[ofB + at])
      this.#pay(at)
    }
    for (let i = 0; i < windowCounts[b]; i++) {
      const at = windows[b][i]
      if (places[ofA + at] !== 0) continue
      this.#numbers[at] -= step * places[ofB + at]
      this.#pay(at)
    }
    const letter = this.key[a]
    this.key[a] = this.key[b]
    this.key[b] = letter
    this.#loads.fill(-1)
  }

  #pay(at: number): void {
    const paid = costIn(this.#table, this.#numbers[at])
    this.cost += paid - this.#paid[at]
    this.#paid[at] = paid
  }

  stir({ seen, swaps, coldness }: Stirring, { random }: Draws): void {
    stir(
      this,
      { swaps, coldness },
      { seen, alphabet: this.#table.letters, allowances: this.#allowances, random },
    )
  }

  anneal({ seen, letters, swaps }: Annealing, { random }: Draws): void {
    anneal(
      this,
      { letters, swaps },
      { seen, alphabet: this.#table.letters, allowances: this.#allowances, random },
    )
  }

  descend(seen: number): void {
    const { letters } = this.#table
    for (let isBetter = true; isBetter; ) {
      isBetter = false
      for (let a = 0; a < seen; a++) {
        let [best, other] = [0, -1]
        for (let b = a + 1; b < letters; b++) {
          const difference = this.mayExchange(a, b) ? this.difference(a, b, best - 1) : 0
          if (difference < best) [best, other] = [difference, b]
        }
        if (other === -1) continue
        this.exchange(a, other)
        isBetter = true
      }
    }
  }
}
