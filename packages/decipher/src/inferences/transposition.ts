import { type Cipher, createAlphabet, LATIN } from '@runnel/core'
import {
  createColumnar,
  createRailFence,
  createReversal,
  createRoute,
  createScytale,
  movesOver,
} from '@runnel/core/ciphers'
import { sharedCosts } from '../belief/columns/costs.ts'
import { foldedIds } from '../belief/hypothesis/folded-ids.ts'
import { seekColumns } from '../belief/transposition/column-orders.ts'
import type { SymbolMeans } from '../belief/transposition/move-symbols.ts'
import type { SeekOrders } from '../belief/transposition/moved-text.ts'
import { seekRoute } from '../belief/transposition/route-orders.ts'
import { seekRailFence, seekReversal, seekScytale } from '../belief/transposition/simple-orders.ts'
import { weighOrders } from '../belief/transposition/weigh-orders.ts'
import type { Counts } from '../language/counts/counts.ts'
import { endingKeys } from './ending-keys.ts'
import type { EndingFinder } from './key-finder.ts'

/** Tells snapshots of this search from those of others. */
const BELIEF = 'transposition 1'

/** The keys of transpositions, by the name of their cipher. */
export const transpositionFinders: { readonly [name: string]: () => EndingFinder } = {
  reversal: () => transpositionKeys(createReversal(), seekReversal),
  'rail-fence': () => transpositionKeys(createRailFence(), seekRailFence),
  scytale: () => transpositionKeys(createScytale(), seekScytale),
  route: () => transpositionKeys(createRoute(), seekRoute),
  columnar: () => transpositionKeys(createColumnar(), seekColumns),
}

/** The keys of a cipher that moves letters, to be found when the text ends. */
const transpositionKeys = <Key>(cipher: Cipher<Key>, seek: SeekOrders): EndingFinder =>
  endingKeys(cipher, BELIEF, (counts) => {
    const means = symbolMeansOf(counts)
    return (text) => weighOrders(text, means, seek)
  })

const symbolMeansOf = (counts: Counts): SymbolMeans => {
  const { tokenizer } = counts
  const { alphabet, options } = tokenizer
  const letters = createAlphabet(LATIN)
  return {
    idOf: foldedIds(tokenizer),
    other: alphabet.indexOf(options.other ?? '') + 1,
    space: tokenizer.idOf(0x20),
    moves: (unit, over) => (over ? movesOver(unit) : letters.indexOf(unit) !== -1),
    costs: sharedCosts(counts),
  }
}
