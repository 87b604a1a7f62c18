import { finish, type InSteps } from '../../in-steps.ts'
import type { Counts } from '../../language/counts/counts.ts'
import { CONTEXTS, DEPTH, MOST_COST, SYMBOL_BITS } from './constants.ts'
import { idsOf, lettersIn, symbolsFor } from './text-letters.ts'
import { createThresholds } from './weights.ts'

/**
 * Costs of each symbol after those before it, in twelfths of a bit. Contexts that the counts do not tell apart share a
 * row, so that much of it lies in the caches: some 3 MB, shared by any number of streams.
 */
export interface CostTable {
  /** Letters that symbols stand for: as many of them are the first. */
  readonly letters: number
  /** Symbols before the one foretold that a cost depends on: `DEPTH`, or one more. */
  readonly depth: number
  /** The row of each context of `DEPTH` symbols, or the complement of its page, where it depends on the symbol before. */
  readonly rows: Rows
  /** Rows by page and the symbol before the context, `[page, symbol]`. */
  readonly pages: Int32Array
  /** Costs, `[row, symbol]`, each row as long as there are numbers of `SYMBOL_BITS`. */
  readonly costs: Uint8Array
}

/** Rows of contexts: in 16 bits where all of them fit, since the most of what searches wait for is this. */
export type Rows = Int16Array | Int32Array

/** The same rows in 16 bits, where that many are enough. */
export const narrowRows = (rows: Rows): Rows =>
  rows.every((row) => (row << 16) >> 16 === row) ? Int16Array.from(rows) : rows

/** The bits of the latest symbol, and of the latest context of `DEPTH` symbols. */
export const LOWEST: number = 2 ** SYMBOL_BITS - 1
const CONTEXT = CONTEXTS - 1

/** Bits of the symbols that a page is asked with. */
const EARLIER = SYMBOL_BITS * DEPTH

/** Where the costs of a context begin, in the table or in tables of that shape. */
export const rowIn = ({ rows, pages }: CostTable, context: number): number => {
  const row = rows[context & CONTEXT]
  return (row >= 0 ? row : pages[(~row << SYMBOL_BITS) | (context >>> EARLIER)]) << SYMBOL_BITS
}

/** The cost of the last symbol of a number that symbols spell. */
export const costIn = (table: CostTable, number: number): number =>
  table.costs[rowIn(table, number >>> SYMBOL_BITS) | (number & LOWEST)]

/** Bits of as many symbols as a cost depends on. */
export const contextBits = ({ depth }: CostTable): number => 2 ** (SYMBOL_BITS * depth) - 1

/** Works the table out, of contexts of so many symbols at the most. */
export const createCostTable = (counts: Counts, depth: number): CostTable =>
  finish(workOutCosts(counts, depth))

/** The contexts that end with so many symbols are worked out in one step, and so many rows of costs: some milliseconds. */
const STEP_DEPTH: number = DEPTH - 2
const ROWS_A_STEP = 256

/** The same in steps, for whoever has other things to do in between. */
export function* workOutCosts(counts: Counts, depth: number): InSteps<CostTable> {
  const letters = lettersIn(counts.tokenizer)
  const ids = idsOf(letters, counts.tokenizer)
  const symbolsOf = symbolsFor(letters.length)
  /** The row of each context of the counts. */
  const known = new Map<number, number>()
  const rowFor = (context: number): number => {
    const row = known.get(context)
    if (row !== undefined) return row
    known.set(context, known.size)
    return known.size - 1
  }
  const rows = new Int32Array(CONTEXTS)
  const pages: number[] = []
  const symbols = new Uint8Array(depth)
  /** The last of them, by how many. */
  const latest = Array.from({ length: depth + 1 }, (_, length) => symbols.subarray(depth - length))
  /** The page of the context that `symbols` hold but for the first, or the row where all of it are the same. */
  const placeOf = (row: number): number => {
    if (depth === DEPTH || !counts.hasLonger(latest[DEPTH], DEPTH)) return row
    const page = Array.from({ length: LOWEST + 1 }, (_, earlier) => {
      if (!symbolsOf.includes(earlier)) return row
      symbols[0] = ids[earlier]
      return rowFor(counts.contextOf(symbols, depth))
    })
    if (page.every((other) => other === row)) return row
    for (const other of page) pages.push(other)
    return ~((pages.length - page.length) >> SYMBOL_BITS)
  }
  /** Fills in the contexts that end with so many symbols, which spell a number: at one go where no others matter. */
  function* fill(known: number, ending: number): InSteps<void> {
    if (known === STEP_DEPTH) yield
    for (const symbol of symbolsOf) {
      symbols[depth - known - 1] = ids[symbol]
      const longer = known + 1
      const place = ending | (symbol << (SYMBOL_BITS * known))
      if (longer < DEPTH && counts.hasLonger(latest[longer], longer)) yield* fill(longer, place)
      else {
        const row = rowFor(counts.contextOf(latest[longer], longer))
        if (longer === DEPTH) rows[place] = placeOf(row)
        else for (let at = place; at < CONTEXTS; at += 2 ** (SYMBOL_BITS * longer)) rows[at] = row
      }
    }
  }
  yield* fill(0, 0)
  return {
    letters: letters.length,
    depth,
    rows: narrowRows(rows),
    pages: Int32Array.from(pages),
    costs: yield* costsOf(counts, { ids, symbols: symbolsOf, known }),
  }
}

/** Costs of the symbols after contexts of the counts, each in its row. */
function* costsOf(
  counts: Counts,
  {
    ids,
    symbols,
    known,
  }: {
    readonly ids: Uint8Array
    readonly symbols: readonly number[]
    readonly known: ReadonlyMap<number, number>
  },
): InSteps<Uint8Array> {
  const costs = new Uint8Array(known.size << SYMBOL_BITS)
  const thresholds = createThresholds(MOST_COST)
  for (const [from, row] of known) {
    if (row % ROWS_A_STEP === 0) yield
    for (const symbol of symbols) {
      costs[(row << SYMBOL_BITS) | symbol] = costOf(counts.probabilityOf(ids[symbol], from), thresholds)
    }
  }
  return costs
}

/** Units of a probability: by comparisons alone, the same in every runtime. */
export const costOf = (probability: number, thresholds: Float64Array): number => {
  let [low, high] = [0, thresholds.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (probability >= thresholds[middle]) high = middle
    else low = middle + 1
  }
  return low
}
