import { createCostOf } from '../columns/powers.ts'
import { MOST_COST, WINDOW } from './constants.ts'
import type { MovedText } from './moved-text.ts'

/**
 * The gain of text in no order at all, whose symbols are as common as they have been so far: it tells text that has not
 * the letters of the language from text that has not its order. Of a long text, for as many symbols as orders are weighed.
 */
export const ownGainOf = ({ ids, alone, costs: { vocabulary } }: MovedText): number => {
  const costOf = createCostOf(MOST_COST)
  const counts = new Uint32Array(vocabulary)
  let gain = 0
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]
    gain += alone[id] - costOf((2 * counts[id] + 1) / (2 * i + vocabulary))
    counts[id]++
  }
  return ids.length <= WINDOW.whole ? gain : Math.floor((gain * WINDOW.whole) / ids.length)
}
