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

/** Writes a key of so many slots. */
export const putKey = (
  { letters, used, contexts, costs }: KeyTable,
  at: number,
  { key, context, cost }: { readonly key: Uint8Array; readonly context: number; readonly cost: number },
): void => {
  letters.set(key, at * ROW)
  used[at] = key.reduce((bits, letter) => bits | (1 << letter), 0)
  contexts[at] = context
  costs[at] = cost
}

/** Moves the keys from a place on, up to an end, to another. */
export const moveKeys = (
  { letters, used, contexts, costs }: KeyTable,
  { from, to, end }: { readonly from: number; readonly to: number; readonly end: number },
): void => {
  letters.copyWithin(to * ROW, from * ROW, end * ROW)
  for (const field of [used, contexts, costs]) field.copyWithin(to, from, end)
}

/** The first keys of a table, in one that has room for no more. */
export const shorten = ({ letters, used, contexts, costs }: KeyTable, size: number): KeyTable => {
  const shorter = createKeyTable(size)
  shorter.letters.set(letters.subarray(0, size * ROW))
  shorter.used.set(used.subarray(0, size))
  shorter.contexts.set(contexts.subarray(0, size))
  shorter.costs.set(costs.subarray(0, size))
  return shorter
}

/** Place of a key among so many that are in order, of so many slots each, or -1 when it is there. */
export const placeOf = (
  { letters }: KeyTable,
  key: Uint8Array,
  { count, slots }: { readonly count: number; readonly slots: number },
): number => {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    let slot = 0
    while (slot < slots && letters[middle * ROW + slot] === key[slot]) slot++
    if (slot === slots) return -1
    if (letters[middle * ROW + slot] < key[slot]) low = middle + 1
    else high = middle
  }
  return low
}
