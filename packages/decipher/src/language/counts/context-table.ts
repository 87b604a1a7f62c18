import { MOST_LEVEL } from './constants.ts'
import type { Counts } from './counts.ts'
import { createPowers } from './powers.ts'
import type { Tree } from './read-tree.ts'

/** Answers from a tree of contexts. The costs of a context are worked out when it is first asked for. */
export const createContextTable = (tree: Tree): Pick<Counts, 'contextOf' | 'probabilityOf' | 'fill'> => {
  const { longer, rowOf, bases, starts, ids, differences } = tree
  const vocabulary = tree.levels.length
  const levels = new Int16Array(bases.length * vocabulary)
  levels.set(tree.levels)
  const powers = createPowers()
  const probabilities = new Float64Array(levels.length)
  const isWorkedOut = new Uint8Array(bases.length)
  const workOut = (row: number): void => {
    const from = row * vocabulary
    if (row > 0) {
      const base = bases[row]
      if (isWorkedOut[base] === 0) workOut(base)
      levels.copyWithin(from, base * vocabulary, (base + 1) * vocabulary)
    }
    for (let i = starts[row]; i < starts[row + 1]; i++) levels[from + ids[i]] += differences[i]
    let sum = 0
    for (let id = 1; id < vocabulary; id++) sum += powers[levels[from + id] + MOST_LEVEL]
    for (let at = from + 1; at < from + vocabulary; at++) {
      probabilities[at] = powers[levels[at] + MOST_LEVEL] / sum
    }
    isWorkedOut[row] = 1
  }
  return {
    contextOf(symbols, length) {
      let context = 0
      for (let i = length - 1; i >= 0; i--) {
        const next = longer[context * vocabulary + symbols[i]]
        if (next === 0) break
        context = next
      }
      const row = rowOf[context]
      if (isWorkedOut[row] === 0) workOut(row)
      return row
    },
    probabilityOf: (id, row) => probabilities[row * vocabulary + id],
    fill(row, out, at) {
      const from = row * vocabulary
      for (let id = 1; id < vocabulary; id++) out[at + id] = probabilities[from + id]
    },
  }
}
