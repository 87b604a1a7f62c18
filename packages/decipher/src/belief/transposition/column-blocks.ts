/** The ways in which a text may be cut into columns: which of them, in the order of the ciphertext, are a letter longer. */
export interface ColumnBlocks {
  readonly columns: number
  /** Letters of a column, the longer ones not counted. */
  readonly short: number
  /** Columns that are a letter longer: the first ones of the plaintext. */
  readonly longer: number
  /** For each way, which blocks are longer, a bit each. */
  readonly ways: Uint16Array
  /** Where each block begins, `[way, block]`. */
  readonly starts: Uint32Array
}

/** Cuts a text of some length into blocks, in every way. */
export const cutBlocks = (length: number, columns: number): ColumnBlocks => {
  const short = Math.floor(length / columns)
  const longer = length - short * columns
  const ways = Uint16Array.from(subsets(columns, longer))
  const starts = new Uint32Array(ways.length * columns)
  ways.forEach((way, at) => {
    let start = 0
    for (let block = 0; block < columns; block++) {
      starts[at * columns + block] = start
      start += short + ((way >> block) & 1)
    }
  })
  return { columns, short, longer, ways, starts }
}

/** All sets of `size` of so many bits. */
function* subsets(bits: number, size: number): Generator<number> {
  for (let set = 0; set < 1 << bits; set++) {
    let count = 0
    for (let left = set; left !== 0; left &= left - 1) count++
    if (count === size) yield set
  }
}
