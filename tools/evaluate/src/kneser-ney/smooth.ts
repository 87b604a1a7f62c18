import { type Discounts, discountsOf } from './discounts.ts'

/** Probabilities of each symbol after each context, and what they were discounted by. */
export interface Smoothed {
  /** `[context, symbol]`, at the same places as the counts. */
  probabilities: Float64Array | Float32Array
  discounts: Discounts
}

/**
 * One order of interpolated Kneser-Ney: discounted counts, and what was taken off spread by the order below
 * (Chen and Goodman 1999, equation 25). A context that never occurred has the distribution of the order
 * below; below order 1 all symbols are equally likely. Writes into `counts`' own memory if `inPlace`.
 */
export const smooth = (
  counts: Uint32Array,
  symbols: number,
  lower: ArrayLike<number>,
  inPlace = false,
): Smoothed => {
  const discounts = discountsOf(counts)
  const [one, two, more] = discounts
  // 4 bytes in place of 4 bytes: the largest table is not held twice.
  const probabilities = inPlace ? new Float32Array(counts.buffer) : new Float64Array(counts.length)
  const row = new Float64Array(symbols)
  for (let from = 0; from < counts.length; from += symbols) {
    let total = 0
    let taken = 0
    for (let symbol = 0; symbol < symbols; symbol++) {
      const count = counts[from + symbol]
      const discount = count === 0 ? 0 : count === 1 ? one : count === 2 ? two : more
      total += count
      taken += discount
      row[symbol] = count - discount
    }
    for (let symbol = 0; symbol < symbols; symbol++) {
      const below = lower[(from + symbol) % lower.length]
      probabilities[from + symbol] = total === 0 ? below : (row[symbol] + taken * below) / total
    }
  }
  return { probabilities, discounts }
}
