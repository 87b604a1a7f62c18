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
const BELIEF = 'transposition 3'

/** A transposition whose keys are found. */
interface Kind {
  readonly cipher: Cipher<unknown>
  readonly seek: SeekOrders
}

const kind = <Key>(cipher: Cipher<Key>, seek: SeekOrders): Kind => ({
  cipher: cipher as Cipher<unknown>,
  seek,
})

const kinds: { readonly [name: string]: () => Kind } = {
  reversal: () => kind(createReversal(), seekReversal),
  'rail-fence': () => kind(createRailFence(), seekRailFence),
  scytale: () => kind(createScytale(), seekScytale),
  route: () => kind(createRoute(), seekRoute),
  columnar: () => kind(createColumnar(), seekColumns),
}

/** The keys of some of them, to be found when the text ends. */
const transpositionKeys = (name: string, some: readonly Kind[]): EndingFinder => {
  const ciphers = some.map(({ cipher }) => cipher)
  return endingKeys(name, ciphers, BELIEF, (counts) => {
    const means = symbolMeansOf(counts)
    const seekers = some.map(({ seek }) => seek)
    return (text) => weighOrders(text, means, seekers)
  })
}

/** The keys of transpositions, by the name of their cipher; `transposition` is any of them. */
export const transpositionFinders: { readonly [name: string]: () => EndingFinder } = {
  ...Object.fromEntries(
    Object.entries(kinds).map(([name, create]) => [name, () => transpositionKeys(name, [create()])]),
  ),
  transposition: () =>
    transpositionKeys(
      'transposition',
      Object.values(kinds).map((create) => create()),
    ),
}

const symbolMeansOf = (counts: Counts): SymbolMeans => {
  const { tokenizer } = counts
  const { alphabet, options } = tokenizer
  const letters = createAlphabet(LATIN)
  return {
    idOf: foldedIds(tokenizer),
    other: alphabet.indexOf(options.other ?? '') + 1,
    space: tokenizer.idOf(0x20),
    letters: Uint8Array.from(LATIN, (letter) => tokenizer.idOf(letter.charCodeAt(0))),
    moves: (unit, over) => (over ? movesOver(unit) : letters.indexOf(unit) !== -1),
    costs: sharedCosts(counts),
  }
}
