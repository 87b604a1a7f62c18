import { LATIN } from '@runnel/core'
import { createCostOf } from '../columns/powers.ts'
import { RULED } from '../open-world/constants.ts'
import { RuledText } from '../open-world/ruled-text.ts'
import { MOST_COST, WINDOW } from './constants.ts'
import type { MovedText } from './moved-text.ts'

/**
 * The gain of text whose letters follow a rule as they stand, and are no language.
 *
 * @param letters token ids of the alphabet's letters, in their order
 */
export const ruledGainOf = ({ ids, alone }: MovedText, letters: Uint8Array): number => {
  const costOf = createCostOf(MOST_COST)
  const rules = new RuledText(LATIN)
  let gain = -costOf(RULED.prior)
  for (let i = 0; i < Math.min(ids.length, WINDOW.whole); i++) {
    const letter = letters.indexOf(ids[i])
    if (letter !== -1) gain += alone[ids[i]] - costOf(rules.read(letter))
  }
  return gain
}
