import { LETTERS } from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'

/** Probabilities of each letter for each slot, summed over the partial keys when they are first asked for. */
export class LetterShares {
  readonly #keys: PartialKeys
  readonly #weights: Float64Array
  readonly #shares = new Float64Array(LETTERS * LETTERS)
  readonly #isKnown = new Uint8Array(LETTERS)
  readonly #likeliest = new Uint8Array(LETTERS)

  constructor(keys: PartialKeys, weights: Float64Array) {
    this.#keys = keys
    this.#weights = weights
  }

  /** Forgets them: the keys have changed. */
  clear(): void {
    this.#isKnown.fill(0)
  }

  /** The likeliest letter of a slot; of equals, the first in the alphabet. */
  likeliest(slot: number): number {
    this.#know(slot)
    return this.#likeliest[slot]
  }

  /** Share of the best key. */
  get best(): number {
    let all = 0
    for (let key = 0; key < this.#keys.count; key++) all += this.#weights[this.#keys.costOf(key)]
    return 1 / all
  }

  shareOf(slot: number, letter: number): number {
    this.#know(slot)
    return this.#shares[slot * LETTERS + letter]
  }

  #know(slot: number): void {
    if (this.#isKnown[slot] === 1) return
    this.#isKnown[slot] = 1
    const shares = this.#shares.subarray(slot * LETTERS, (slot + 1) * LETTERS).fill(0)
    let all = 0
    for (let key = 0; key < this.#keys.count; key++) {
      const weight = this.#weights[this.#keys.costOf(key)]
      shares[this.#keys.letterOf(key, slot)] += weight
      all += weight
    }
    let best = 0
    for (let letter = 0; letter < LETTERS; letter++) {
      shares[letter] /= all
      if (shares[letter] > shares[best]) best = letter
    }
    this.#likeliest[slot] = best
  }
}
