import { UNITS_A_BIT } from './constants.ts'
import type { CostTable } from './cost-table.ts'
import type { Layout } from './layout.ts'
import type { WordTree } from './lexicon.ts'
import { nearKeys } from './near-keys.ts'
import { type NetMeans, NetReader } from './net-reader.ts'
import type { PartialKeys } from './partial-keys.ts'
import type { SearchTable } from './search-table.ts'
import type { SlotText } from './slot-text.ts'
import { NET_SHARE } from './trust-constants.ts'

/** A key among partial keys, and units that it is dearer by than the counts take it to be, beside the best. */
export interface Tilt {
  readonly key: number
  readonly units: number
}

/**
 * The opinion of a net, and of a list of words, on the keys that counts find likeliest: they know words that these do not.
 * The net reads the text by a few keys alone, whose states it keeps; what is said follows from the keys and the text.
 */
export class SecondOpinion {
  readonly #means: NetMeans
  readonly #costs: CostTable
  readonly #layout: Layout
  readonly #lexicon: WordTree | undefined
  #readers: NetReader[] = []

  constructor(means: NetMeans, layout: Layout, { costs, lexicon }: Pick<SearchTable, 'costs' | 'lexicon'>) {
    this.#means = means
    this.#costs = costs[layout]
    this.#layout = layout
    this.#lexicon = lexicon
  }

  /** Weighs the best keys by a text, unless there is but one. */
  of(keys: PartialKeys, text: SlotText): Tilt[] {
    const near = nearKeys(keys)
    if (near.length < 2) return []
    this.#take(
      near.map((key) => Uint8Array.from({ length: keys.slots }, (_, slot) => keys.letterOf(key, slot))),
    )
    for (const reader of this.#readers) reader.read(text, this.#costs)
    const [{ units }] = this.#readers
    const words = this.#readers.map(({ letters }) => this.#lexicon?.unitsOf(text, letters, this.#layout) ?? 0)
    return this.#readers.map((reader, at) => ({
      key: near[at],
      units: Math.floor(((reader.units - units) * NET_SHARE) / UNITS_A_BIT) + words[0] - words[at],
    }))
  }

  /** Has a reader for each key: one that has read by its first letters goes on. */
  #take(keys: readonly Uint8Array[]): void {
    const before = this.#readers
    const isOf = ({ letters }: NetReader, key: Uint8Array): boolean =>
      letters.length <= key.length && letters.every((letter, slot) => letter === key[slot])
    this.#readers = keys.map((key) => {
      const from = before.find((reader) => isOf(reader, key))
      return new NetReader(this.#means, key, from)
    })
    for (const reader of before) reader.free()
  }

  free(): void {
    for (const reader of this.#readers) reader.free()
    this.#readers = []
  }
}
