import { LETTERS } from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'

/** Probabilities of each letter for each slot, summed over the partial keys when they are first asked for. */
export class LetterShares {
  readonly #keys: PartialKeys
  readonly #weights: Float64Array
  readonly #shares = new Float64Array(LETTERS * LETTERS)
  #isKnown = false
  #all = 0
  /** Weight of all keys before the one from which on keys read a slot alike. */
  readonly #begins = new Float64Array(LETTERS)
  readonly #likeliest = new Uint8Array(LETTERS)

  constructor(keys: PartialKeys, weights: Float64Array) {
    this.#keys = keys
    this.#weights = weights
  }

  /** Forgets them: the keys have changed. */
  clear(): void {
    this.#isKnown = false
  }

  /** The likeliest letter of a slot; of equals, the first in the alphabet. */
  likeliest(slot: number): number {
    this.#know()
    return this.#likeliest[slot]
  }

  /** Share of the best key. */
  get best(): number {
    this.#know()
    return 1 / this.#all
  }

  shareOf(slot: number, letter: number): number {
    this.#know()
    return this.#shares[slot * LETTERS + letter]
  }

  /** Adds keys up, those that stand together and read a slot alike at one go. */
  #know(): void {
    if (this.#isKnown) return
    this.#isKnown = true
    const [keys, weights, begins, shares] = [this.#keys, this.#weights, this.#begins, this.#shares.fill(0)]
    begins.fill(0)
    let all = 0
    for (let key = 0; key < keys.count; key++) {
      for (let slot = key === 0 ? keys.slots : keys.shared(key); slot < keys.slots; slot++) {
        shares[slot * LETTERS + keys.letterOf(key - 1, slot)] += all - begins[slot]
        begins[slot] = all
      }
      all += weights[keys.costOf(key)]
    }
    for (let slot = 0; slot < keys.slots; slot++) {
      shares[slot * LETTERS + keys.letterOf(keys.count - 1, slot)] += all - begins[slot]
      this.#rank(slot, all)
    }
    this.#all = all
  }

  #rank(slot: number, all: number): void {
    const shares = this.#shares
    let best = 0
    for (let letter = 0; letter < LETTERS; letter++) {
      shares[slot * LETTERS + letter] /= all
      if (shares[slot * LETTERS + letter] > shares[slot * LETTERS + best]) best = letter
    }
    this.#likeliest[slot] = best
  }
}
