/** Bytes of a row: a letter for each slot. */
export const ROW = 32

/** The fields of partial keys, one array each. */
export interface KeyTable {
  /** Plaintext letter of each slot that is filled, `[key, slot]`. */
  readonly rows: Uint8Array
  /** A bit for each letter that is used. */
  readonly used: Int32Array
  /** The number that the latest symbols spell. */
  readonly contexts: Int32Array
  /** Cost of the text beyond that of the best key, in units. */
  readonly costs: Int32Array
}

/** Makes room for so many keys. */
export const createKeyTable = (size: number): KeyTable => ({
  rows: new Uint8Array(size * ROW),
  used: new Int32Array(size),
  contexts: new Int32Array(size),
  costs: new Int32Array(size),
})
