import { CRIB_COST, DEPTH, SPACE, SYMBOL_BITS } from './constants.ts'
import { type CostTable, narrowRows } from './cost-table.ts'
import type { Layout } from './layout.ts'
import { symbolsFor } from './text-letters.ts'

/** Symbols of a context that may be any: a letter that so many are missing before is as dear as without the crib. */
const MOST_OPEN = 2

/**
 * The costs of text in which words occur that a person knows of: each of their letters is cheap after those before it. A
 * crib is no more than that, so it may also occur nowhere, and where it stands is found with the key.
 */
export const withCribs = (table: CostTable, cribs: readonly Uint8Array[], layout: Layout): CostTable => {
  if (cribs.length === 0) return table
  const symbolsOf = symbolsFor(table.letters)
  const [rows, pages] = [Int32Array.from(table.rows), table.pages.slice()]
  /** Costs that rows of their own have, by context: symbols, and no others are. */
  const cheap = new Map<number, Set<number>>()
  for (const crib of cribs) {
    const word = layout === 'words' ? [SPACE, ...crib, SPACE] : [...crib]
    for (let end = 1; end < word.length; end++) {
      const before = word.slice(Math.max(0, end - DEPTH), end)
      if (DEPTH - before.length > MOST_OPEN) continue
      for (const context of contextsOf(before, symbolsOf)) {
        const symbols = cheap.get(context) ?? new Set()
        cheap.set(context, symbols.add(word[end]))
      }
    }
  }
  const first = table.costs.length >> SYMBOL_BITS
  const cheaper: { readonly from: number; readonly symbols: ReadonlySet<number> }[] = []
  const rowFrom = (from: number, symbols: ReadonlySet<number>): number =>
    first + cheaper.push({ from, symbols }) - 1
  for (const [context, symbols] of cheap) {
    if (rows[context] >= 0) {
      rows[context] = rowFrom(rows[context], symbols)
      continue
    }
    const page = ~rows[context] << SYMBOL_BITS
    /** New rows by those that they are made of. */
    const made = new Map<number, number>()
    for (let at = page; at < page + (1 << SYMBOL_BITS); at++) {
      const row = made.get(pages[at]) ?? rowFrom(pages[at], symbols)
      made.set(pages[at], row)
      pages[at] = row
    }
  }
  const costs = new Uint8Array(table.costs.length + (cheaper.length << SYMBOL_BITS))
  costs.set(table.costs)
  cheaper.forEach(({ from, symbols }, at) => {
    const row = (first + at) << SYMBOL_BITS
    costs.copyWithin(row, from << SYMBOL_BITS, (from + 1) << SYMBOL_BITS)
    for (const symbol of symbols) costs[row | symbol] = Math.min(costs[row | symbol], CRIB_COST)
  })
  return { ...table, rows: narrowRows(rows), pages, costs }
}

/** All contexts that end with some symbols, of those that there are. */
const contextsOf = (symbols: readonly number[], all: readonly number[]): number[] => {
  const number = symbols.reduce((before, symbol) => (before << SYMBOL_BITS) | symbol, 0)
  let contexts = [number]
  for (let place = symbols.length; place < DEPTH; place++) {
    contexts = contexts.flatMap((context) => all.map((symbol) => context | (symbol << (SYMBOL_BITS * place))))
  }
  return contexts
}
