import { DEPTH, SYMBOL_BITS } from '../substitution/constants.ts'

/** Windows of a symbol: the end of each, and what a step of the symbol's letter adds to the number of the window. */
export interface Windows {
  readonly ends: Uint16Array
  readonly places: Int32Array
}

/** The beginning of a ciphertext in symbols that are numbered in the order in which they first came. */
export interface SymbolText {
  /** Number of each symbol, or -1 for a space. */
  readonly symbols: Int16Array
  /** Different symbols. */
  readonly size: number
  /** Times that each occurs. */
  readonly counts: Uint16Array
  /** Letters: the symbols that are no space. */
  readonly letters: number
  /** The windows, a symbol and the four before it, that hold each. */
  readonly windows: readonly Windows[]
}

/** Lists the windows of each symbol. */
export const createSymbolText = (symbols: Int16Array, size: number): SymbolText => {
  const counts = new Uint16Array(size)
  for (const symbol of symbols) if (symbol !== -1) counts[symbol]++
  const lists = Array.from({ length: size }, (): Map<number, number> => new Map())
  symbols.forEach((symbol, at) => {
    if (symbol === -1) return
    for (let distance = 0; distance <= DEPTH && at + distance < symbols.length; distance++) {
      const list = lists[symbol]
      list.set(at + distance, (list.get(at + distance) ?? 0) + 2 ** (SYMBOL_BITS * distance))
    }
  })
  const windows = lists.map((list) => ({
    ends: Uint16Array.from(list.keys()),
    places: Int32Array.from(list.values()),
  }))
  const letters = counts.reduce((sum, count) => sum + count, 0)
  return { symbols, size, counts, letters, windows }
}
