import { CONTEXTS, DROP, LETTERS, MOST_COST, SPACE, SYMBOLS } from './constants.ts'
import { createKeyTable, type KeyTable, ROW } from './key-table.ts'

/**
 * Partial keys of one text: a letter for each of its slots, in the order of their letters, none twice. They branch where
 * a new slot comes, and what falls too far behind the best is dropped.
 */
export class PartialKeys {
  /** Keys. */
  count = 1
  /** Slots that are filled. */
  slots = 0
  /** Cost of the best key, in units. */
  least = 0
  /** Keys at the most. */
  readonly width: number
  readonly #costTable: Uint8Array
  #now: KeyTable
  #next: KeyTable
  readonly #histogram = new Int32Array(DROP + MOST_COST + 2)

  constructor(width: number, costTable: Uint8Array) {
    this.width = width
    this.#costTable = costTable
    // One more, for a key that is inserted among as many as may be.
    ;[this.#now, this.#next] = [createKeyTable(width + 1), createKeyTable(width + 1)]
    this.clear()
  }

  /** Begins anew, with nothing read. */
  clear(): void {
    this.count = 1
    this.slots = this.least = 0
    this.#now.used[0] = this.#now.costs[0] = 0
    this.#now.contexts[0] = CONTEXTS - 1
  }

  letterOf(key: number, slot: number): number {
    return this.#now.rows[key * ROW + slot]
  }

  /** Cost of a key beyond that of the best one. */
  costOf(key: number): number {
    return this.#now.costs[key]
  }

  /** Reads a symbol whose slot is filled, or a space. */
  read(slot: number): void {
    const { rows, contexts, costs } = this.#now
    const costTable = this.#costTable
    let least = Number.MAX_SAFE_INTEGER
    for (let key = 0; key < this.count; key++) {
      const number = contexts[key] * SYMBOLS + (slot === SPACE ? SPACE : rows[key * ROW + slot])
      const cost = costs[key] + costTable[number]
      contexts[key] = number % CONTEXTS
      costs[key] = cost
      if (cost < least) least = cost
    }
    this.#measureFrom(least)
  }

  /** Reads a letter that is new: every key branches into the letters of a mask that it has not used. */
  branch(allowed: number): void {
    const { limit, spare, least } = this.#limitOf(allowed)
    const [from, to, slots] = [this.#now, this.#next, this.slots]
    let [count, left] = [0, spare]
    for (let key = 0; key < this.count; key++) {
      if (from.costs[key] > limit) continue
      const row = key * ROW
      const base = from.contexts[key] * SYMBOLS
      const used = from.used[key]
      for (let letter = 0; letter < LETTERS; letter++) {
        if ((((used | ~allowed) >> letter) & 1) === 1) continue
        const cost = from.costs[key] + this.#costTable[base + letter]
        if (cost > limit || (cost === limit && left-- <= 0)) continue
        for (let i = 0; i < slots; i++) to.rows[count * ROW + i] = from.rows[row + i]
        to.rows[count * ROW + slots] = letter
        to.used[count] = used | (1 << letter)
        to.contexts[count] = (base + letter) % CONTEXTS
        to.costs[count++] = cost - least
      }
    }
    this.least += least
    this.count = count
    this.slots++
    ;[this.#now, this.#next] = [to, from]
  }

  /** The cost up to which branches are kept, how many that cost just so much, and the least of all. */
  #limitOf(allowed: number): { limit: number; spare: number; least: number } {
    const { used, contexts, costs } = this.#now
    const histogram = this.#histogram.fill(0)
    for (let key = 0; key < this.count; key++) {
      const base = contexts[key] * SYMBOLS
      for (let letter = 0; letter < LETTERS; letter++) {
        if ((((used[key] | ~allowed) >> letter) & 1) === 0)
          histogram[costs[key] + this.#costTable[base + letter]]++
      }
    }
    let least = 0
    while (histogram[least] === 0) least++
    const last = Math.min(least + DROP, histogram.length - 1)
    let [limit, room] = [least, this.width]
    while (limit < last && histogram[limit] <= room) room -= histogram[limit++]
    return { limit, spare: room, least }
  }

  /** Measures costs from another least one on, and drops what is too far behind. */
  #measureFrom(least: number): void {
    this.#keep(least, DROP)
    this.least += least
  }

  #keep(least: number, most: number): void {
    const { rows, used, contexts, costs } = this.#now
    let kept = 0
    for (let key = 0; key < this.count; key++) {
      const cost = costs[key] - least
      if (cost > most) continue
      if (kept < key) {
        rows.copyWithin(kept * ROW, key * ROW, key * ROW + this.slots)
        used[kept] = used[key]
        contexts[kept] = contexts[key]
      }
      costs[kept++] = cost
    }
    this.count = kept
  }

  /** Has what comes next stand where no text is before it. */
  breakText(): void {
    this.#now.contexts.fill(CONTEXTS - 1, 0, this.count)
  }

  /** The best key; the first of equals. */
  get best(): number {
    return this.#now.costs.indexOf(0)
  }

  /** Takes in a key that has been found elsewhere, with the number of its latest symbols, unless it is there or too dear. */
  insert(key: Uint8Array, context: number, cost: number): void {
    const beyond = cost - this.least
    if (beyond > DROP) return
    const at = this.#placeOf(key)
    if (at < 0) return
    this.#move(at, at + 1)
    this.count++
    this.#put(at, key, context, beyond)
    if (beyond < 0) this.#measureFrom(beyond)
    if (this.count > this.width) this.#dropWorst()
  }

  /** Adds a key after all others. */
  add(key: Uint8Array, context: number, cost: number): void {
    this.#put(this.count++, key, context, cost)
  }

  #put(at: number, key: Uint8Array, context: number, cost: number): void {
    const { rows, used, contexts, costs } = this.#now
    rows.set(key.subarray(0, this.slots), at * ROW)
    used[at] = key.subarray(0, this.slots).reduce((bits, letter) => bits | (1 << letter), 0)
    contexts[at] = context
    costs[at] = cost
  }

  /** Where a key belongs, or -1 when it is there. */
  #placeOf(key: Uint8Array): number {
    const { rows } = this.#now
    let [low, high] = [0, this.count]
    while (low < high) {
      const middle = (low + high) >> 1
      let slot = 0
      while (slot < this.slots && rows[middle * ROW + slot] === key[slot]) slot++
      if (slot === this.slots) return -1
      if (rows[middle * ROW + slot] < key[slot]) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Drops keys that are so far behind the best. */
  dropFrom(cost: number): void {
    this.#keep(0, cost - 1)
  }

  #dropWorst(): void {
    const { costs } = this.#now
    let worst = 0
    for (let key = 1; key < this.count; key++) if (costs[key] >= costs[worst]) worst = key
    this.#move(worst + 1, worst)
    this.count--
  }

  /** Moves the keys from a place on to another. */
  #move(from: number, to: number): void {
    const { rows, used, contexts, costs } = this.#now
    rows.copyWithin(to * ROW, from * ROW, this.count * ROW)
    for (const field of [used, contexts, costs]) field.copyWithin(to, from, this.count)
  }
}
