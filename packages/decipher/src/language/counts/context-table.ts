import { MOST_LEVEL } from './constants.ts'
import type { Counts } from './counts.ts'
import { createPowers } from './powers.ts'
import type { Tree } from './read-tree.ts'

/** Rows that there is room for at first. */
const ROOM = 256

/**
 * Answers from a tree of contexts. The costs of a context are worked out, and take memory, when it is first asked for:
 * most of a language is never read where others are likelier.
 */
export const createContextTable = (
  tree: Tree,
): Pick<Counts, 'contextOf' | 'hasLonger' | 'probabilityOf' | 'fill'> => {
  const { longer, symbols, rowOf, bases, starts, ids, differences } = tree
  const vocabulary = tree.levels.length
  const powers = createPowers()
  let levels = new Int16Array(ROOM * vocabulary)
  let probabilities = new Float64Array(levels.length)
  /** One more than the place of each row among those that are worked out, or 0. */
  const places = new Uint32Array(bases.length)
  let worked = 0
  const workOut = (row: number): number => {
    const base = row === 0 ? 0 : placeOf(bases[row])
    const from = worked * vocabulary
    if (from === levels.length) {
      const [fewer, less] = [levels, probabilities]
      levels = new Int16Array(2 * from)
      probabilities = new Float64Array(2 * from)
      levels.set(fewer)
      probabilities.set(less)
    }
    if (row === 0) levels.set(tree.levels)
    else levels.copyWithin(from, base * vocabulary, (base + 1) * vocabulary)
    for (let i = starts[row]; i < starts[row + 1]; i++) levels[from + ids[i]] += differences[i]
    let sum = 0
    for (let id = 1; id < vocabulary; id++) sum += powers[levels[from + id] + MOST_LEVEL]
    for (let at = from + 1; at < from + vocabulary; at++) {
      probabilities[at] = powers[levels[at] + MOST_LEVEL] / sum
    }
    places[row] = ++worked
    return worked - 1
  }
  const placeOf = (row: number): number => (places[row] === 0 ? workOut(row) : places[row] - 1)
  /** The context that is longer by a symbol in front, or -1. */
  const longerBy = (context: number, symbol: number): number => {
    for (let next = longer[context]; next < longer[context + 1]; next++) {
      if (symbols[next] === symbol) return next
    }
    return -1
  }
  /** The contexts of two symbols, by the later one and the earlier, or 0: those with the most to look through. */
  const pairs = new Uint32Array(vocabulary ** 2)
  for (let one = longer[0]; one < longer[1]; one++) {
    for (let two = longer[one]; two < longer[one + 1]; two++) {
      pairs[symbols[one] * vocabulary + symbols[two]] = two
    }
  }
  return {
    contextOf(latest, length) {
      // Of fewer symbols than two there is none.
      let context = pairs[latest[length - 1] * vocabulary + latest[length - 2]] || 0
      for (let i = length - (context === 0 ? 1 : 3); i >= 0; i--) {
        const next = longerBy(context, latest[i])
        if (next === -1) break
        context = next
      }
      return placeOf(rowOf[context])
    },
    hasLonger(latest, length) {
      let context = 0
      for (let i = length - 1; i >= 0 && context !== -1; i--) context = longerBy(context, latest[i])
      return context !== -1 && longer[context] < longer[context + 1]
    },
    probabilityOf: (id, place) => probabilities[place * vocabulary + id],
    fill(place, out, at) {
      const from = place * vocabulary
      for (let id = 1; id < vocabulary; id++) out[at + id] = probabilities[from + id]
    },
  }
}
