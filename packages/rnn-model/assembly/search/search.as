/** Plaintext letters at the most, the symbol between words, bits of a symbol, and symbols of the text at the most. */
export const MOST_LETTERS: i32 = 31
export const SPACE: i32 = 31
export const SYMBOL_BITS: i32 = 5
export const MOST_SYMBOLS: i32 = 800

/** Bits of the symbols that every table knows a context by; one more before them is asked for where it tells. */
const CONTEXT_BITS: i32 = 20

/** Random numbers that are told apart where an exchange is taken or not. */
export const ALLOWANCES: i32 = 4096

/** A text and its table of costs, as src/search/search-memory.ts lays them out. Places are in bytes. */
@unmanaged
export class Search {
  /** Row of each context, or the complement of its page; rows by page; costs by row and symbol. */
  rows: usize
  pages: usize
  costs: usize
  /** Symbols before the one foretold that a cost depends on. */
  depth: i32
  /** Units that an exchange may add at the lowest temperature, for each random number. */
  allowances: usize
  /** Bytes of a number in `rows`, 2 or 4, as a power of two. */
  size: i32
  /** State of the random numbers. */
  a: i32
  b: i32
  c: i32
  counter: i32
  /** Letters, as a mask, that stay where they are. */
  fixed: i32
  /** Symbols of the text. */
  length: i32
  slots: usize
  /** Windows that hold each slot: their count, which they are, `[slot, window]`, and steps of their numbers for one of its letter. */
  counts: usize
  windows: usize
  places: usize
  /** Plaintext letters. */
  letters: i32
}

/** The cost of the last symbol of a number that symbols spell. */
@inline
export function costOf(search: Search, number: i32): i32 {
  return costIn(search.rows, search.size, search.pages, search.costs, number)
}

/** The same, for loops that have read where the table is. */
@inline
export function costIn(rows: usize, size: i32, pages: usize, costs: usize, number: i32): i32 {
  const context = number >>> SYMBOL_BITS
  const at = <usize>(context & ((1 << CONTEXT_BITS) - 1))
  let row = size == 1 ? <i32>load<i16>(rows + (at << 1)) : load<i32>(rows + (at << 2))
  if (row < 0) {
    row = load<i32>(pages + (<usize>((~row << SYMBOL_BITS) | (context >>> CONTEXT_BITS)) << 2))
  }
  return load<u8>(costs + <usize>((row << SYMBOL_BITS) | (number & ((1 << SYMBOL_BITS) - 1))))
}

/** The bits of a context. */
@inline
export function contextBits(search: Search): i32 {
  return (1 << (SYMBOL_BITS * search.depth)) - 1
}

/** A whole number below a bound: sfc32, as packages/core draws it. */
export function integer(search: Search, bound: f64): i32 {
  const sum = search.a + search.b + search.counter
  search.counter++
  search.a = search.b ^ (search.b >>> 9)
  search.b = search.c + (search.c << 3)
  search.c = rotl<i32>(search.c, 21) + sum
  return <i32>(<f64>(<u32>sum) / 4294967296.0 * bound)
}
