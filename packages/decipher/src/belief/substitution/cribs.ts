import { CRIB_COST, DEPTH, LETTERS, SPACE, SYMBOL_BITS } from './constants.ts'
import type { CostTable } from './cost-table.ts'
import type { Layout } from './layout.ts'

/** Symbols of a context that may be any: a letter that so many are missing before is as dear as without the crib. */
const MOST_OPEN = 2

/**
 * The costs of text in which words occur that a person knows of: each of their letters is cheap after those before it. A
 * crib is no more than that, so it may also occur nowhere, and where it stands is found with the key.
 */
export const withCribs = (table: CostTable, cribs: readonly Uint8Array[], layout: Layout): CostTable => {
  if (cribs.length === 0) return table
  const rows = table.rows.slice()
  /** Costs that rows of their own have, by context: symbols, and no others are. */
  const cheap = new Map<number, Set<number>>()
  for (const crib of cribs) {
    const word = layout === 'words' ? [SPACE, ...crib, SPACE] : [...crib]
    for (let end = 1; end < word.length; end++) {
      const before = word.slice(Math.max(0, end - DEPTH), end)
      if (DEPTH - before.length > MOST_OPEN) continue
      for (const context of contextsOf(before)) {
        const symbols = cheap.get(context) ?? new Set()
        cheap.set(context, symbols.add(word[end]))
      }
    }
  }
  const costs = new Uint8Array(table.costs.length + (cheap.size << SYMBOL_BITS))
  costs.set(table.costs)
  let row = table.costs.length >> SYMBOL_BITS
  for (const [context, symbols] of cheap) {
    const from = rows[context] << SYMBOL_BITS
    costs.copyWithin(row << SYMBOL_BITS, from, from + (1 << SYMBOL_BITS))
    for (const symbol of symbols) {
      const at = (row << SYMBOL_BITS) | symbol
      costs[at] = Math.min(costs[at], CRIB_COST)
    }
    rows[context] = row++
  }
  return { rows, costs }
}

/** All contexts that end with some symbols. */
const contextsOf = (symbols: readonly number[]): number[] => {
  const number = symbols.reduce((before, symbol) => (before << SYMBOL_BITS) | symbol, 0)
  let contexts = [number]
  for (let place = symbols.length; place < DEPTH; place++) {
    const all: number[] = []
    for (const context of contexts) {
      for (let symbol = 0; symbol <= LETTERS; symbol++) all.push(context | (symbol << (SYMBOL_BITS * place)))
    }
    contexts = all
  }
  return contexts
}
