import type { KnownCounts } from '../../language/counts/under-tokenizer.ts'
import { MOST_COST, UNSPACED_A_STEP, WAYS } from './constants.ts'
import type { CostReader } from './cost-reader.ts'
import { createCostOf } from './powers.ts'

/** Contexts that are remembered: a prime number. */
const CACHED = 16_381

/** A text whose spaces were left out: the likeliest ways to put them in again, each by what it ends with. */
interface Ways {
  count: number
  /** Latest token ids of each way, the latest last, `[WAYS, depth]`; 0 before the text. */
  ids: Uint8Array
  /** Weight of each; they sum to 1. */
  weights: Float64Array
}

/**
 * Reads text whose spaces were left out by counts of text that has them: before each symbol a space may have stood, or
 * not, each as likely as the counts say. The sum over all ways to put spaces in is kept to the few likeliest, in the
 * manner of the forward algorithm of hidden Markov models (Rabiner, 1989).
 */
export const createSpacelessReader = (counts: KnownCounts): CostReader<Ways> => {
  const { depth } = counts
  const { vocabulary, idOf } = counts.tokenizer
  const space = idOf(0x20)
  const costOf = createCostOf(MOST_COST)
  // Scratch: twice as many ways as are kept, after the symbol.
  const most = 2 * WAYS
  const ids = new Uint8Array(most * depth)
  const weights = new Float64Array(most)
  const names = new Int32Array(most)
  const context = new Uint8Array(depth + 1)
  let count = 0
  /** Takes in the way that `context` holds, from its second id on, or adds to the one that ends alike. */
  const add = (weight: number): void => {
    let name = 0
    for (let i = 1; i <= depth; i++) name = (name * vocabulary + context[i]) | 0
    let at = 0
    while (at < count && names[at] !== name) at++
    if (at < count) {
      weights[at] += weight
      return
    }
    names[at] = name
    weights[at] = weight
    for (let i = 0; i < depth; i++) ids[at * depth + i] = context[i + 1]
    count++
  }
  /** Appends an id to `context`, whose first one falls out. @returns its probability there */
  const append = (id: number): void => {
    for (let i = 0; i < depth; i++) context[i] = context[i + 1]
    context[depth] = id
  }
  /** Rows of contexts that have been asked for of late, by their ids as digits: keys that come near one another share most. */
  const asked = new Float64Array(CACHED).fill(-1)
  const rows = new Int32Array(CACHED)
  const contextNow = (): number => {
    let ids = 0
    for (let i = 1; i <= depth; i++) ids = ids * vocabulary + context[i]
    const at = ids % CACHED
    if (asked[at] !== ids) {
      asked[at] = ids
      rows[at] = counts.contextOf(context, depth + 1)
    }
    return rows[at]
  }
  /** Moves the likeliest ways to `state`, the likeliest first. */
  const keep = (state: Ways): void => {
    state.count = Math.min(WAYS, count)
    let kept = 0
    for (let i = 0; i < state.count; i++) {
      let best = 0
      for (let at = 1; at < count; at++) if (weights[at] > weights[best]) best = at
      kept += weights[best]
      state.weights[i] = weights[best]
      for (let j = 0; j < depth; j++) state.ids[i * depth + j] = ids[best * depth + j]
      weights[best] = -1
    }
    for (let i = 0; i < state.count; i++) state.weights[i] /= kept
  }
  return {
    work: 1 / UNSPACED_A_STEP,
    create() {
      const state = { count: 1, ids: new Uint8Array(WAYS * depth), weights: new Float64Array(WAYS) }
      state.ids[depth - 1] = space
      state.weights[0] = 1
      return state
    },
    read(id, state) {
      let total = 0
      count = 0
      for (let way = 0; way < state.count; way++) {
        const weight = state.weights[way]
        context[0] = 0
        for (let i = 0; i < depth; i++) context[i + 1] = state.ids[way * depth + i]
        const row = contextNow()
        const [direct, spaced] = [
          weight * counts.probabilityOf(id, row),
          weight * counts.probabilityOf(space, row),
        ]
        const last = context[depth]
        append(id)
        add(direct)
        total += direct
        if (last === space || id === space) continue
        for (let i = 0; i < depth; i++) context[i + 1] = state.ids[way * depth + i]
        append(space)
        const after = spaced * counts.probabilityOf(id, contextNow())
        append(id)
        add(after)
        total += after
      }
      keep(state)
      return costOf(total)
    },
  }
}
