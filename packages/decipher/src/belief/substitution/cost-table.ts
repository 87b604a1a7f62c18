import type { Counts } from '../../language/counts/counts.ts'
import { CONTEXTS, DEPTH, LETTERS, MOST_COST, SPACE, SYMBOLS } from './constants.ts'
import { createThresholds } from './weights.ts'

/**
 * Costs of each symbol after the four before it, `[context, symbol]`, in twelfths of a bit: a context is the number that
 * its symbols spell, the earliest first. 14 MB, shared by any number of streams.
 */
export const createCostTable = (counts: Counts): Uint8Array => {
  const { tokenizer } = counts
  const ids = Uint8Array.from({ length: SYMBOLS }, (_, symbol) =>
    tokenizer.idOf(symbol === SPACE ? 0x20 : 0x61 + symbol),
  )
  const costs = new Uint8Array(CONTEXTS * SYMBOLS)
  const thresholds = createThresholds(MOST_COST)
  /** Where the costs of a context of the counts have been worked out already. */
  const known = new Map<number, number>()
  const symbols = new Uint8Array(DEPTH)
  for (let context = 0; context < CONTEXTS; context++) {
    let rest = context
    for (let i = DEPTH - 1; i >= 0; i--) {
      symbols[i] = ids[rest % SYMBOLS]
      rest = Math.floor(rest / SYMBOLS)
    }
    const from = counts.contextOf(symbols, DEPTH)
    const at = context * SYMBOLS
    const same = known.get(from)
    if (same !== undefined) {
      costs.copyWithin(at, same, same + SYMBOLS)
      continue
    }
    known.set(from, at)
    for (let symbol = 0; symbol <= LETTERS; symbol++) {
      costs[at + symbol] = costOf(counts.probabilityOf(ids[symbol], from), thresholds)
    }
  }
  return costs
}

/** Units of a probability: by comparisons alone, the same in every runtime. */
const costOf = (probability: number, thresholds: Float64Array): number => {
  let [low, high] = [0, thresholds.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (probability >= thresholds[middle]) high = middle
    else low = middle + 1
  }
  return low
}
