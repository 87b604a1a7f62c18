import type { SearchKernels } from '@runnel/rnn-model/search'
import { MOST_LETTERS, MOST_SYMBOLS } from './constants.ts'
import type { CostTable, Rows } from './cost-table.ts'
import type { SlotText } from './slot-text.ts'

/*
 * Places of the fields of `Search` and `Key` of the kernels (packages/rnn-model/assembly/search), in words of 4 bytes. A
 * search has its table, random numbers, letters that stay, its text, and how many letters there are; a key its costs, and where its arrays are.
 */
const SEARCH = { table: 0, random: 6, fixed: 10, text: 12, letters: 16, words: 17 } as const
const KEY = { cost: 0, context: 2, arrays: 3, words: 7 } as const

/** Bytes of a page of WebAssembly's memory. */
const PAGE = 65_536

/** A whole key in the kernels' memory: its place, in bytes, and its letters. */
export interface PlacedKey {
  readonly at: number
  readonly letters: Uint8Array
}

/**
 * The memory of kernels: a table of costs, and as scratch the text and the keys of one search, which all searches by that
 * table take up in turn. It is as large from the start as it gets, so its views last.
 */
export class KernelMemory {
  readonly kernels: SearchKernels
  /** The table of costs, in this memory. */
  readonly table: CostTable
  /** Place of the search, in bytes. */
  readonly search: number
  readonly keys: readonly PlacedKey[]
  /** Counts the texts that have been taken up: keys that were written before are gone. */
  turn = 0
  readonly #words: Int32Array
  #text: SlotText | undefined
  #pushed = 0

  /** @param keys whole keys of a search at the most */
  constructor(kernels: SearchKernels, table: CostTable, allowances: Uint8Array, keys: number) {
    this.kernels = kernels
    let end = kernels.base()
    const place = (bytes: number): number => {
      const at = Math.ceil(end / 8) * 8
      end = at + bytes
      return at
    }
    const tables = [table.rows, table.pages, table.costs, allowances]
    const [rows, pages, costs, allowed] = tables.map(({ byteLength }) => place(byteLength))
    this.search = place(4 * SEARCH.words)
    const text = [1, 4 / MOST_SYMBOLS, 2, 4].map((size, at) =>
      place(size * MOST_SYMBOLS * (at === 0 ? 1 : MOST_LETTERS)),
    )
    const placed = Array.from({ length: keys }, () => ({
      at: place(4 * KEY.words),
      arrays: [MOST_LETTERS, 4 * MOST_LETTERS, 4 * MOST_SYMBOLS, MOST_SYMBOLS].map(place),
    }))
    const { memory } = kernels
    memory.grow(Math.ceil(Math.max(0, end - memory.buffer.byteLength) / PAGE))
    const { buffer } = memory
    this.#words = new Int32Array(buffer)
    this.table = {
      letters: table.letters,
      depth: table.depth,
      rows: rowsIn(buffer, rows, table.rows),
      pages: new Int32Array(buffer, pages, table.pages.length),
      costs: new Uint8Array(buffer, costs, table.costs.length),
    }
    this.table.rows.set(table.rows)
    this.table.pages.set(table.pages)
    this.table.costs.set(table.costs)
    new Uint8Array(buffer, allowed, allowances.length).set(allowances)
    this.#write(this.search, SEARCH.table, [
      rows,
      pages,
      costs,
      table.depth,
      allowed,
      Math.log2(table.rows.BYTES_PER_ELEMENT),
    ])
    this.#write(this.search, SEARCH.text, [...text, table.letters])
    this.keys = placed.map(({ at, arrays }) => {
      this.#write(at, KEY.arrays, arrays)
      return { at, letters: new Uint8Array(buffer, arrays[0], MOST_LETTERS) }
    })
  }

  /** Takes up a text, as far as it has come, and letters, as a mask, that stay where they are. */
  takeUp(text: SlotText, fixed: number): void {
    if (this.#text !== text) {
      this.#text = text
      this.#pushed = 0
      this.turn++
      this.kernels.reset(this.search)
    }
    this.#write(this.search, SEARCH.fixed, [fixed])
    while (this.#pushed < text.length) this.kernels.push(this.search, text.slots[this.#pushed++])
  }

  /** State of the random numbers. */
  get random(): readonly [number, number, number, number] {
    const from = this.search / 4 + SEARCH.random
    const [a, b, c, counter] = this.#words.subarray(from, from + 4)
    return [a, b, c, counter]
  }

  set random(state: readonly [number, number, number, number]) {
    this.#write(this.search, SEARCH.random, state)
  }

  /** Cost of a key, and the number of its latest symbols. */
  costOf({ at }: PlacedKey): number {
    return this.#words[at / 4 + KEY.cost]
  }

  contextOf({ at }: PlacedKey): number {
    return this.#words[at / 4 + KEY.context]
  }

  #write(at: number, field: number, words: readonly number[]): void {
    this.#words.set(words, at / 4 + field)
  }
}

/** A place for rows in a memory, as wide as they are. */
const rowsIn = (buffer: ArrayBufferLike, at: number, { BYTES_PER_ELEMENT, length }: Rows): Rows =>
  BYTES_PER_ELEMENT === 2 ? new Int16Array(buffer, at, length) : new Int32Array(buffer, at, length)
