import { LATIN } from '@runnel/core'
import type { LanguageModel, LanguageState } from '../../language/language-model.ts'
import { LONGEST_START, SPACE, SYMBOL_BITS } from './constants.ts'
import { type CostTable, contextBits, costIn, costOf } from './cost-table.ts'
import type { SlotText } from './slot-text.ts'
import { idsOf } from './text-letters.ts'
import { MOST_NET_COST } from './trust-constants.ts'
import { createThresholds } from './weights.ts'

/** A net, with the ids of its symbols, and the counts that are weighed beside it. */
export interface NetMeans {
  readonly model: LanguageModel
  /** Token of each letter, and of a space. */
  readonly ids: Uint8Array
  /** 2^(-(2n + 1)/24) at n. */
  readonly thresholds: Float64Array
}

/** Prepares a net, for text of some letters. */
export const netMeansOf = (model: LanguageModel, letters: string = LATIN): NetMeans => ({
  model,
  ids: idsOf(letters, model.tokenizer),
  thresholds: createThresholds(MOST_NET_COST),
})

/** A net that reads a text by one key: the place it has come to, and how much dearer than the counts it finds the text. */
export class NetReader {
  /** Letter of each slot. */
  readonly letters: Uint8Array
  readonly #means: NetMeans
  readonly #state: LanguageState
  #at = 0
  #latest = SPACE
  #context: number = LONGEST_START
  /** Units that the text costs by the net beyond those by the counts. */
  units = 0

  /** @param from reads on where another one stands, whose letters are the first of these */
  constructor(means: NetMeans, letters: Uint8Array, from?: NetReader) {
    this.#means = means
    this.letters = letters
    this.#state = means.model.createState()
    if (!from) return
    means.model.copyState(from.#state, this.#state)
    this.#at = from.#at
    this.#latest = from.#latest
    this.#context = from.#context
    this.units = from.units
  }

  /** Reads what a text has grown by. */
  read(text: SlotText, costs: CostTable): void {
    const { model, ids, thresholds } = this.#means
    const bits = contextBits(costs)
    while (this.#at < text.length) {
      const expected = model.step(ids[this.#latest], this.#state)
      const slot = text.slots[this.#at++]
      this.#latest = slot === SPACE ? SPACE : this.letters[slot]
      const number = ((this.#context & bits) << SYMBOL_BITS) | this.#latest
      this.#context = number
      this.units += costOf(expected[ids[this.#latest]], thresholds) - costIn(costs, number)
    }
  }

  free(): void {
    this.#state.free()
  }
}
