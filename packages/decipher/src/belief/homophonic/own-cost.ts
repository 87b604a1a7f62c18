import { createCostOf } from '../columns/powers.ts'

/** Cost of a symbol at the most. */
const MOST_COST = 255

/** The cost of a text in symbols that stand for nothing: each is as common as it has been so far. */
export const ownCostOf = (symbols: Int16Array, size: number): number => {
  const costOf = createCostOf(MOST_COST)
  const counts = new Uint32Array(size)
  let [cost, letters] = [0, 0]
  for (const symbol of symbols) {
    if (symbol === -1) continue
    cost += costOf((2 * counts[symbol] + 1) / (2 * letters + size))
    counts[symbol]++
    letters++
  }
  return cost
}
