import type { KnownCounts } from '../../language/counts/under-tokenizer.ts'
import { LEAST_WAY, MOST_COST, UNSPACED_A_STEP, WAYS } from './constants.ts'
import type { CostReader } from './cost-reader.ts'
import { createCostOf } from './powers.ts'
import { rememberContexts, SPACED } from './remembered-contexts.ts'

/** A text whose spaces were left out: the likeliest ways to put them in again, each by what it ends with. */
interface Ways {
  count: number
  /** Latest token ids of each way, a byte each: the latest four, the latest lowest, and those before them. */
  low: Int32Array
  high: Int32Array
  /** Weight of each; they sum to 1. */
  weights: Float64Array
}

const createWays = (count: number): Ways => ({
  count,
  low: new Int32Array(count),
  high: new Int32Array(count),
  weights: new Float64Array(count),
})

/**
 * Reads text whose spaces were left out by counts of text that has them: before each symbol a space may have stood, or
 * not, each as likely as the counts say. The sum over all ways to put spaces in is kept to the few likeliest, in the
 * manner of the forward algorithm of hidden Markov models (Rabiner, 1989).
 */
export const createSpacelessReader = (counts: KnownCounts): CostReader<Ways> => {
  const space = counts.tokenizer.idOf(0x20)
  const costOf = createCostOf(MOST_COST)
  const { known, placeOf, lowBits, highBits } = rememberContexts(counts)
  // Scratch: twice as many ways as are kept, after the symbol.
  const found = createWays(2 * WAYS)
  /** Takes in a way and an id after it, or adds to the one that ends alike. */
  const add = (weight: number, before: number, latest: number, id: number): void => {
    const high = ((before << 8) | (latest >>> 24)) & highBits
    const low = ((latest << 8) | id) & lowBits
    let at = 0
    while (at < found.count && (found.low[at] !== low || found.high[at] !== high)) at++
    if (at < found.count) {
      found.weights[at] += weight
      return
    }
    found.weights[at] = weight
    found.low[at] = low
    found.high[at] = high
    found.count++
  }
  /** Moves the likeliest ways to `state`, the likeliest first. */
  const keep = (state: Ways): void => {
    const { count, low, high, weights } = found
    const most = Math.min(WAYS, count)
    let kept = 0
    state.count = 0
    for (let i = 0; i < most; i++) {
      let best = 0
      for (let at = 1; at < count; at++) if (weights[at] > weights[best]) best = at
      if (weights[best] < LEAST_WAY * kept) break
      state.count++
      kept += weights[best]
      state.weights[i] = weights[best]
      state.low[i] = low[best]
      state.high[i] = high[best]
      weights[best] = -1
    }
    for (let i = 0; i < state.count; i++) state.weights[i] /= kept
  }
  return {
    work: 1 / UNSPACED_A_STEP,
    create() {
      const state = createWays(WAYS)
      state.count = 1
      state.low[0] = space
      state.weights[0] = 1
      return state
    },
    copy(from, to) {
      to.count = from.count
      for (let way = 0; way < from.count; way++) {
        to.low[way] = from.low[way]
        to.high[way] = from.high[way]
        to.weights[way] = from.weights[way]
      }
    },
    read(id, state) {
      let total = 0
      found.count = 0
      for (let way = 0; way < state.count; way++) {
        const [weight, high, low] = [state.weights[way], state.high[way], state.low[way]]
        const place = placeOf(high, low)
        const row = known[place]
        const direct = weight * counts.probabilityOf(id, row)
        add(direct, high, low, id)
        total += direct
        if ((low & 0xff) === space || id === space) continue
        const spaced = weight * counts.probabilityOf(space, row)
        const [before, latest] = [((high << 8) | (low >>> 24)) & highBits, ((low << 8) | space) & lowBits]
        const after = spaced * counts.probabilityOf(id, known[place + SPACED])
        add(after, before, latest, id)
        total += after
      }
      keep(state)
      return costOf(total)
    },
  }
}
