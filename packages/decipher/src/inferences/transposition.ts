import { type Cipher, createAlphabet, InvalidOptionError, LATIN } from '@runnel/core'
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
import { modelInWords } from '../saving/fingerprint.ts'
import { optionsInWords, resolved } from '../settling/live-options.ts'
import { createEndingInference } from './ending.ts'
import type { EndingFinder, FindingMeans } from './key-finder.ts'

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
const transpositionKeys = <Key>(cipher: Cipher<Key>, seek: SeekOrders): EndingFinder => ({
  name: cipher.name,
  createInference({ counts, options }: FindingMeans) {
    const { name } = cipher
    if (!counts) throw new InvalidOptionError('counts', undefined, `counts, which find the keys of ${name}`)
    const means = symbolMeansOf(counts)
    return createEndingInference({
      fingerprint: {
        ...modelInWords(counts.name, counts),
        keys: name,
        belief: BELIEF,
        ...optionsInWords(options),
      },
      alphabet: cipher.alphabet,
      cipher: cipher as Cipher<unknown>,
      enough: resolved(options).rule.probability,
      weigh: (text) => weighOrders(text, means, seek),
    })
  },
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
