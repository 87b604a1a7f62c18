import { BranchLimit } from './branch-limit.ts'
import { DROP, LONGEST_START, SPACE, SYMBOL_BITS } from './constants.ts'
import { type CostTable, contextBits, costIn, rowIn } from './cost-table.ts'
import { createKeyTable, type KeyTable, moveKeys, placeOf, putKey, ROW, shorten, WORDS } from './key-table.ts'

/** Letters in a word of a row. */
const WORD = 4

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
  width: number
  readonly #costTable: CostTable
  /** The bits of a context, and the one at the beginning of a text. */
  readonly #context: number
  readonly #start: number
  #now: KeyTable
  #next: KeyTable
  #limit: BranchLimit

  constructor(width: number, costTable: CostTable) {
    this.width = width
    this.#costTable = costTable
    this.#context = contextBits(costTable)
    this.#start = LONGEST_START & this.#context
    this.#limit = new BranchLimit(width, costTable)
    // One more, for a key that is inserted among as many as may be.
    ;[this.#now, this.#next] = [createKeyTable(width + 1), createKeyTable(width + 1)]
    this.clear()
  }

  /** Begins anew, with nothing read. */
  clear(): void {
    this.count = 1
    this.slots = this.least = 0
    this.#now.used[0] = this.#now.costs[0] = 0
    this.#now.contexts[0] = this.#start
  }

  /** Letters of the alphabet. */
  get letters(): number {
    return this.#costTable.letters
  }

  letterOf(key: number, slot: number): number {
    return this.#now.letters[key * ROW + slot]
  }

  /** Letters that a key begins with as the key before it does. */
  shared(key: number): number {
    if (key === 0) return 0
    const { letters, words } = this.#now
    let word = key * WORDS
    while (words[word] === words[word - WORDS]) word++
    let at = word * WORD
    const end = key * ROW + this.slots
    while (at < end && letters[at] === letters[at - ROW]) at++
    return Math.min(at - key * ROW, this.slots)
  }

  /** Cost of a key beyond that of the best one. */
  costOf(key: number): number {
    return this.#now.costs[key]
  }

  /** Reads a symbol whose slot is filled, or a space. */
  read(slot: number): void {
    const { letters, contexts, costs } = this.#now
    const [costTable, context] = [this.#costTable, this.#context]
    let least = Number.MAX_SAFE_INTEGER
    for (let key = 0; key < this.count; key++) {
      const letter = slot === SPACE ? SPACE : letters[key * ROW + slot]
      const number = (contexts[key] << SYMBOL_BITS) | letter
      const cost = costs[key] + costIn(costTable, number)
      contexts[key] = number & context
      costs[key] = cost
      if (cost < least) least = cost
    }
    this.#measureFrom(least)
  }

  /** Reads a letter that is new: every key branches into the letters of a mask that it has not used. */
  branch(allowed: number): void {
    const { width, slots } = this
    this.#limit.find({ table: this.#now, count: this.count, allowed, width })
    const { limit, least } = this.#limit
    const [from, to] = [this.#now, this.#next]
    const { costs: costTable } = this.#costTable
    const filled = (slots + WORD - 1) >> 2
    let [count, spare] = [0, this.#limit.spare]
    for (let key = 0; key < this.count; key++) {
      const soFar = from.costs[key]
      if (soFar > limit) continue
      const before = from.contexts[key]
      const row = rowIn(this.#costTable, before)
      const used = from.used[key]
      for (let left = allowed & ~used; left !== 0; left &= left - 1) {
        const letter = 31 - Math.clz32(left & -left)
        const cost = soFar + costTable[row | letter]
        if (cost > limit || (cost === limit && spare-- <= 0)) continue
        for (let i = 0; i < filled; i++) to.words[count * WORDS + i] = from.words[key * WORDS + i]
        to.letters[count * ROW + slots] = letter
        to.used[count] = used | (1 << letter)
        to.contexts[count] = ((before << SYMBOL_BITS) | letter) & this.#context
        to.costs[count++] = cost - least
      }
    }
    this.least += least
    this.count = count
    this.slots++
    ;[this.#now, this.#next] = [to, from]
  }

  /** Measures costs from another least one on, and drops what is too far behind. */
  #measureFrom(least: number): void {
    this.#keep(least, DROP)
    this.least += least
  }

  #keep(least: number, most: number): void {
    const { words, used, contexts, costs } = this.#now
    const filled = (this.slots + WORD - 1) >> 2
    let kept = 0
    for (let key = 0; key < this.count; key++) {
      const cost = costs[key] - least
      if (cost > most) continue
      if (kept < key) {
        for (let i = 0; i < filled; i++) words[kept * WORDS + i] = words[key * WORDS + i]
        used[kept] = used[key]
        contexts[kept] = contexts[key]
      }
      costs[kept++] = cost
    }
    this.count = kept
  }

  /** Has what comes next stand where no text is before it. */
  breakText(): void {
    this.#now.contexts.fill(this.#start, 0, this.count)
  }

  /** The best key; the first of equals. */
  get best(): number {
    return this.#now.costs.indexOf(0)
  }

  /** Takes in a key that has been found elsewhere, with the number of its latest symbols, unless it is there or too dear. */
  insert(key: Uint8Array, context: number, cost: number): void {
    const beyond = cost - this.least
    if (beyond > DROP) return
    const at = placeOf(this.#now, key, this)
    if (at < 0) return
    moveKeys(this.#now, { from: at, to: at + 1, end: this.count })
    this.count++
    putKey(this.#now, at, { key: key.subarray(0, this.slots), context, cost: beyond })
    if (beyond < 0) this.#measureFrom(beyond)
    if (this.count > this.width) this.#dropWorst()
  }

  /** Adds a key after all others. */
  add(key: Uint8Array, context: number, cost: number): void {
    const filled = key.subarray(0, this.slots)
    putKey(this.#now, this.count++, { key: filled, context: context & this.#context, cost })
  }

  /** Keeps no more keys than so many from now on: the best, the first of equals. */
  narrow(width: number): void {
    const { costs } = this.#now
    const order = Array.from({ length: this.count }, (_, key) => key)
    order.sort((a, b) => costs[a] - costs[b] || a - b)
    for (const key of order.slice(width)) costs[key] = DROP + 1
    this.#keep(0, DROP)
    this.width = width
    this.#limit = new BranchLimit(width, this.#costTable)
    ;[this.#now, this.#next] = [shorten(this.#now, width + 1), createKeyTable(width + 1)]
  }

  /** Drops keys that are so far behind the best. */
  dropFrom(cost: number): void {
    this.#keep(0, cost - 1)
  }

  #dropWorst(): void {
    const { costs } = this.#now
    let worst = 0
    for (let key = 1; key < this.count; key++) if (costs[key] >= costs[worst]) worst = key
    moveKeys(this.#now, { from: worst + 1, to: worst, end: this.count })
    this.count--
  }
}
