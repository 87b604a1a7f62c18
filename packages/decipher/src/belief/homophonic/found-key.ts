import { createRandom } from '@runnel/core'
import type { InSteps } from '../../in-steps.ts'
import { LETTERS } from '../substitution/constants.ts'
import type { CostTable } from '../substitution/cost-table.ts'
import { anneal, descend, randomKey } from './anneal.ts'
import { AGAINST, COOLINGS, type Cooling, KEY_COST } from './constants.ts'
import type { KeyMeans } from './key-means.ts'
import { ownCostOf } from './own-cost.ts'
import type { SymbolText } from './symbol-text.ts'
import { WholeKey } from './whole-key.ts'

/** A key of a text. */
export interface FoundKey {
  /** Plaintext letter of each symbol. */
  readonly letters: Uint8Array
  /** Units by which the text is likelier under it than as symbols that stand for nothing. */
  readonly evidence: number
}

/** The means of one search: those that all share, the costs of its layout, and which of its searches it is. */
export interface Seeking {
  readonly means: KeyMeans
  readonly table: CostTable
  readonly turn: number
}

/** Seeks the key of a text from random ones, until one explains it. @param runs at the most */
export function* seekKey(
  text: SymbolText,
  { means, table, turn }: Seeking,
  { cooling, runs }: { cooling: Cooling; runs: number },
): InSteps<FoundKey> {
  const key = new WholeKey(text, table, means.logarithms)
  let best: FoundKey | undefined
  for (let run = 0; run < runs && !(best && best.evidence > 0); run++) {
    const random = createRandom(means.seed * 65_536 + turn * 16 + run)
    key.take(randomKey(text.size, random))
    yield* anneal(key, text, cooling, { means, random })
    yield* descend(key, text.size)
    const found = foundAs(key, text)
    if (!best || found.evidence > best.evidence) best = found
  }
  return best as FoundKey
}

/** Mends the key of a text that has grown: symbols that it lacks are read as what fits. */
export function* mendKey(
  text: SymbolText,
  { means, table, turn }: Seeking,
  letters: Uint8Array,
): InSteps<FoundKey> {
  const key = new WholeKey(text, table, means.logarithms)
  const random = createRandom(means.seed * 65_536 + turn * 16 + 15)
  const before = randomKey(text.size, random)
  before.set(letters)
  key.take(before)
  yield* descend(key, text.size)
  const descended = foundAs(key, text)
  yield* anneal(key, text, COOLINGS.mend, { means, random })
  yield* descend(key, text.size)
  const annealed = foundAs(key, text)
  return annealed.evidence > descended.evidence ? annealed : descended
}

const foundAs = (key: WholeKey, text: SymbolText): FoundKey => ({
  letters: key.letters.slice(),
  evidence: ownCostOf(text.symbols, text.size) - key.cost - KEY_COST * text.size - AGAINST,
})

/** Probability of the letter that a key reads for each symbol, all others taken for granted. */
export const sharesOf = (
  text: SymbolText,
  { means, table }: Pick<Seeking, 'means' | 'table'>,
  letters: Uint8Array,
): Float64Array => {
  const key = new WholeKey(text, table, means.logarithms)
  key.take(letters)
  const { weights } = means
  const most = weights.length - 1
  return Float64Array.from(letters, (own, symbol) => {
    let others = 0
    for (let letter = 0; letter < LETTERS; letter++) {
      if (letter === own) continue
      const units = key.difference(symbol, letter, most)
      others += units < 0 ? 1 / weights[Math.min(-units, most)] : weights[Math.min(units, most)]
    }
    return 1 / (1 + others)
  })
}
