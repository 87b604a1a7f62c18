import { LIKENESS } from './constants.ts'
import { createCostOf } from './powers.ts'

/** Cost of a value at the most, in twelfths of a bit. */
const MOST = 255

/**
 * The cost of a key as a word that a list might have, in twelfths of a bit: of each value after the two before it, as the words of
 * the list have them, leaning on the value before alone, and on none.
 *
 * @param words the words of the list as keys, each of values below `size`
 */
export const createWordLikeness = (
  words: Iterable<ArrayLike<number>>,
  size: number,
): ((key: ArrayLike<number>) => number) => {
  // What stands before a word is a value of its own.
  const base = size + 1
  const counts = [1, base, base * base].map((contexts) => new Uint32Array(contexts * base))
  for (const word of words) {
    let [before, last] = [size, size]
    for (let at = 0; at < word.length; at++) {
      const value = word[at]
      counts[0][value]++
      counts[1][last * base + value]++
      counts[2][(before * base + last) * base + value]++
      before = last
      last = value
    }
  }
  const costs = new Uint8Array(base * base * size)
  const costOf = createCostOf(MOST)
  const shares = (table: Uint32Array, context: number, leanOn: (value: number) => number): number[] => {
    const row = table.subarray(context * base, context * base + size)
    const all = row.reduce((sum, count) => sum + count, 0)
    return Array.from(row, (count, value) => (count + LIKENESS.lean * leanOn(value)) / (all + LIKENESS.lean))
  }
  const first = shares(counts[0], 0, () => 1 / size)
  for (let last = 0; last < base; last++) {
    const second = shares(counts[1], last, (value) => first[value])
    for (let before = 0; before < base; before++) {
      const context = before * base + last
      shares(counts[2], context, (value) => second[value]).forEach((share, value) => {
        costs[context * size + value] = costOf(share)
      })
    }
  }
  return (key) => {
    let [before, last, cost] = [size, size, 0]
    for (let at = 0; at < key.length; at++) {
      cost += costs[(before * base + last) * size + key[at]]
      before = last
      last = key[at]
    }
    return cost
  }
}
