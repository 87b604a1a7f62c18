/** Bytes of a row: a letter for each slot. */
export const ROW = 32

/** Words of four bytes in a row. */
export const WORDS: number = ROW / 4

/** The fields of partial keys, one array each. */
export interface KeyTable {
  /** Plaintext letter of each slot that is filled, `[key, slot]`. */
  readonly letters: Uint8Array
  /** The same, four letters at a time, to be copied. */
  readonly words: Int32Array
  /** A bit for each letter that is used. */
  readonly used: Int32Array
  /** The number that the latest symbols spell. */
  readonly contexts: Int32Array
  /** Cost of the text beyond that of the best key, in units. */
  readonly costs: Int32Array
}

/** Makes room for so many keys. */
export const createKeyTable = (size: number): KeyTable => {
  const letters = new Uint8Array(size * ROW)
  return {
    letters,
    words: new Int32Array(letters.buffer),
    used: new Int32Array(size),
    contexts: new Int32Array(size),
    costs: new Int32Array(size),
  }
}
