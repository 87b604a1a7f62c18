import { createCostOf, powerOf } from '../columns/powers.ts'
import { TOLD } from '../transposition/constants.ts'
import type { Verdict } from '../transposition/weigh-orders.ts'
import { ASKED, PRIORS } from './constants.ts'
import { LETTERS, type LetterCosts } from './letter-costs.ts'

/** A key, the letters that it reads, and the cost of being that key in twelfths of a bit. */
export interface BlockKey {
  readonly key: object
  readonly plaintext: Uint8Array
  readonly cost: number
}

/** The letters of a text whose key is sought. */
export interface BlockText {
  /** Letters by their places in the alphabet. */
  readonly letters: Uint8Array
  readonly costs: LetterCosts
  /** Whether letters that a key reads leave no doubt that it is the key. */
  explains(read: Pick<BlockKey, 'plaintext' | 'cost'>): boolean
}

/** Finds keys that may be those of a text. */
export type SeekBlocks = (text: BlockText) => BlockKey[]

/** Weighs the keys of a cipher by letters: beside them the text as it stands, and letters that no key explains. */
export const weighBlocks = (letters: Uint8Array, costs: LetterCosts, seek: SeekBlocks): Verdict => {
  const unknown = Math.min(ownCost(letters), EVEN_COST * letters.length) + PRIORS.unknown
  /** Letters that a key leaves over cost what they cost by themselves. */
  const costOf = ({ plaintext, cost }: Pick<BlockKey, 'plaintext' | 'cost'>): number => {
    let left = 0
    for (let i = plaintext.length; i < letters.length; i++) left += costs.alone[letters[i]]
    return costs.whole(plaintext) + left + cost
  }
  const explains: BlockText['explains'] = (read) => costOf(read) + ASKED.margin < unknown
  const found: { key: object | undefined; cost: number }[] = seek({ letters, costs, explains }).map(
    (one) => ({
      key: one.key,
      cost: costOf(one),
    }),
  )
  found.push({ key: undefined, cost: costs.whole(letters) + PRIORS.plain })
  found.sort((a, b) => a.cost - b.cost)
  const best = Math.min(unknown, found[0].cost)
  const weightOf = (cost: number): number => powerOf(cost - best)
  const total = found.reduce((sum, { cost }) => sum + weightOf(cost), weightOf(unknown))
  const keys = found
    .map(({ key, cost }) => ({ kind: 0, key, probability: weightOf(cost) / total }))
    .filter(({ probability }) => probability >= TOLD.probability)
    .slice(0, TOLD.keys)
  return { keys, unknown: weightOf(unknown) / total }
}

/** Cost of a letter where all are as common: 12 log₂ 26. */
const EVEN_COST = 56

/** Cost of a symbol at the most. */
const MOST_COST = 255

/** Cost of letters that are as common as they have been so far. */
const ownCost = (letters: Uint8Array): number => {
  const costOf = createCostOf(MOST_COST)
  const counts = new Uint32Array(LETTERS)
  let cost = 0
  letters.forEach((letter, i) => {
    cost += costOf((2 * counts[letter] + 1) / (2 * i + LETTERS))
    counts[letter]++
  })
  return cost
}
