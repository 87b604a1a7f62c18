import type { Counts } from '../../language/counts/counts.ts'
import { CONTEXTS, DEPTH, LETTERS, MOST_COST, SPACE, SYMBOL_BITS, SYMBOLS } from './constants.ts'
import { createThresholds } from './weights.ts'

/**
 * Costs of each symbol after the four before it, in twelfths of a bit. Contexts that the counts do not tell apart share a
 * row, so that all of it lies in the caches: some 3 MB, shared by any number of streams.
 */
export interface CostTable {
  /** Where the row of each context begins, in rows. */
  readonly rows: Uint16Array
  /** Costs, `[row, symbol]`, each row as long as there are numbers of `SYMBOL_BITS`. */
  readonly costs: Uint8Array
}

/** The cost of the last symbol of a number that five symbols spell. */
export const costIn = ({ rows, costs }: CostTable, number: number): number =>
  costs[(rows[number >>> SYMBOL_BITS] << SYMBOL_BITS) | (number & LOWEST)]

/** The bits of the latest symbol. */
export const LOWEST: number = 2 ** SYMBOL_BITS - 1

/** Works the table out. */
export const createCostTable = (counts: Counts): CostTable => {
  const { tokenizer } = counts
  const ids = Uint8Array.from({ length: SYMBOLS }, (_, symbol) =>
    tokenizer.idOf(symbol === SPACE ? 0x20 : 0x61 + symbol),
  )
  const rows = new Uint16Array(CONTEXTS)
  /** The row of each context of the counts. */
  const known = new Map<number, number>()
  const symbols = new Uint8Array(DEPTH)
  for (let place = 0; place < SYMBOLS ** DEPTH; place++) {
    let context = 0
    for (let i = DEPTH - 1, rest = place; i >= 0; i--, rest = Math.floor(rest / SYMBOLS)) {
      symbols[i] = ids[rest % SYMBOLS]
      context |= (rest % SYMBOLS) << (SYMBOL_BITS * (DEPTH - 1 - i))
    }
    const from = counts.contextOf(symbols, DEPTH)
    let row = known.get(from)
    if (row === undefined) {
      row = known.size
      known.set(from, row)
    }
    rows[context] = row
  }
  const costs = new Uint8Array(known.size << SYMBOL_BITS)
  const thresholds = createThresholds(MOST_COST)
  for (const [from, row] of known) {
    for (let symbol = 0; symbol <= LETTERS; symbol++) {
      costs[(row << SYMBOL_BITS) | symbol] = costOf(counts.probabilityOf(ids[symbol], from), thresholds)
    }
  }
  return { rows, costs }
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
