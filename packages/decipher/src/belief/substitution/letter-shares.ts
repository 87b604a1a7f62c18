import { MOST_LETTERS } from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'
import type { Tilt } from './second-opinion.ts'

/**
 * Probabilities of each letter for each slot, summed over the partial keys when they are first asked for; some keys may be
 * dearer, or cheaper, than their costs have it.
 */
export class LetterShares {
  readonly #keys: PartialKeys
  readonly #weights: Float64Array
  readonly #tiltsOf: () => readonly Tilt[]
  readonly #shares = new Float64Array(MOST_LETTERS * MOST_LETTERS)
  #tilts: readonly Tilt[] = []
  #isKnown = false
  #all = 0
  #lead = 0
  /** Weight of all keys before the one from which on keys read a slot alike. */
  readonly #begins = new Float64Array(MOST_LETTERS)
  readonly #likeliest = new Uint8Array(MOST_LETTERS)

  constructor(keys: PartialKeys, weights: Float64Array, tiltsOf: () => readonly Tilt[] = () => []) {
    this.#keys = keys
    this.#weights = weights
    this.#tiltsOf = tiltsOf
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

  /** The likeliest key. */
  get lead(): number {
    this.#know()
    return this.#lead
  }

  /** Probability of a key. */
  shareOfKey(key: number): number {
    this.#know()
    return this.#weightOf(key) / this.#all
  }

  shareOf(slot: number, letter: number): number {
    this.#know()
    return this.#shares[slot * MOST_LETTERS + letter]
  }

  #weightOf(key: number): number {
    const tilt = this.#tilts.find((one) => one.key === key)
    const plain = this.#weights[this.#keys.costOf(key)]
    return tilt === undefined ? plain : plain * this.#factorOf(tilt)
  }

  #factorOf({ units }: Tilt): number {
    const factor = this.#weights[Math.min(Math.abs(units), this.#weights.length - 1)]
    return units < 0 ? 1 / factor : factor
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
        shares[slot * MOST_LETTERS + keys.letterOf(key - 1, slot)] += all - begins[slot]
        begins[slot] = all
      }
      all += weights[keys.costOf(key)]
    }
    for (let slot = 0; slot < keys.slots; slot++) {
      shares[slot * MOST_LETTERS + keys.letterOf(keys.count - 1, slot)] += all - begins[slot]
    }
    this.#all = all
    this.#tilt()
    for (let slot = 0; slot < keys.slots; slot++) this.#rank(slot)
  }

  /** Has keys weigh more or less than by their costs. */
  #tilt(): void {
    const [keys, weights, shares] = [this.#keys, this.#weights, this.#shares]
    this.#tilts = this.#tiltsOf()
    this.#lead = keys.best
    let most = 1
    for (const tilt of this.#tilts) {
      const plain = weights[keys.costOf(tilt.key)]
      const weight = plain * this.#factorOf(tilt)
      if (weight > most) [most, this.#lead] = [weight, tilt.key]
      this.#all += weight - plain
      for (let slot = 0; slot < keys.slots; slot++) {
        shares[slot * MOST_LETTERS + keys.letterOf(tilt.key, slot)] += weight - plain
      }
    }
  }

  #rank(slot: number): void {
    const shares = this.#shares
    let best = 0
    for (let letter = 0; letter < MOST_LETTERS; letter++) {
      // Sums of differences are right but for rounding.
      shares[slot * MOST_LETTERS + letter] = Math.max(0, shares[slot * MOST_LETTERS + letter] / this.#all)
      if (shares[slot * MOST_LETTERS + letter] > shares[slot * MOST_LETTERS + best]) best = letter
    }
    this.#likeliest[slot] = best
  }
}
