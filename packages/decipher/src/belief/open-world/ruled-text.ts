import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { MOST_LETTERS, RULED } from './constants.ts'

/** Orders that letters are known in besides that of their alphabet: of keys on a keyboard, of how often they come in English. */
const ORDERS = ['qwertyuiopasdfghjklzxcvbnm', 'etaoinshrdlucmfgypwbvkxjqz'] as const

/** Numbers of letters, from 2 on, that a text may be made of. */
const FEWEST = 2

/**
 * A model of text that follows a rule from its first letter on, and is no language: letters at a constant step in a known order,
 * as an alphabet has, or no more than a few different ones. What breaks a rule is soon none, and no rule begins later: a
 * language has rows of such letters too.
 */
export class RuledText {
  /** Of each order, the place of each letter. */
  readonly #places: readonly (readonly number[])[]
  readonly #size: number
  /** Probability of each rule: of orders, then of numbers of letters. */
  readonly #weights: Float64Array
  /** Letters that have come, as 0 or 1. */
  readonly #seen: Uint8Array
  #different = 0
  /** The two latest letters that are not alike, or -1. */
  #latest = -1
  #before = -1
  /** Letters that have come, and those that were as the one before. */
  #count = 0
  #again = 0

  /** @param letters the alphabet in its order */
  constructor(letters: string, saved?: ByteReader) {
    this.#size = letters.length
    const orders = [letters, ...ORDERS.filter((order) => [...order].sort().join('') === letters)]
    this.#places = orders.map((order) => Array.from(letters, (letter) => order.indexOf(letter)))
    const numbers = MOST_LETTERS - FEWEST + 1
    const ofOrders = (1 - numbers * RULED.few) / orders.length
    this.#weights = Float64Array.from(
      { length: orders.length + numbers },
      (_, rule) => saved?.float64() ?? (rule < orders.length ? ofOrders : RULED.few),
    )
    this.#seen = Uint8Array.from(letters, () => saved?.uint16() ?? 0)
    this.#different = this.#seen.reduce((sum, one) => sum + one, 0)
    if (!saved) return
    this.#latest = saved.uint16() - 1
    this.#before = saved.uint16() - 1
    this.#count = saved.float64()
    this.#again = saved.float64()
    saved.demand(this.#weights.every((weight) => weight >= 0 && weight <= 1))
    saved.demand(this.#seen.every((one) => one <= 1) && Math.max(this.#latest, this.#before) < this.#size)
    saved.demand(this.#again >= 0 && this.#again <= this.#count)
  }

  /** Reads a letter, by its place in the alphabet. @returns its probability */
  read(letter: number): number {
    let likely = 0
    for (let rule = 0; rule < this.#weights.length; rule++) {
      this.#weights[rule] *= this.#probabilityOf(letter, rule)
      likely += this.#weights[rule]
    }
    for (let rule = 0; rule < this.#weights.length; rule++) this.#weights[rule] /= likely
    this.#different += 1 - this.#seen[letter]
    this.#seen[letter] = 1
    this.#count++
    if (letter === this.#latest) this.#again++
    else [this.#before, this.#latest] = [this.#latest, letter]
    return likely
  }

  #probabilityOf(letter: number, rule: number): number {
    return rule < this.#places.length
      ? this.#inOrder(letter, this.#places[rule])
      : this.#ofFew(letter, rule - this.#places.length + FEWEST)
  }

  /** The next one in an order, or the same once more, as often as that has come. */
  #inOrder(letter: number, places: readonly number[]): number {
    if (this.#latest === -1) return 1 / this.#size
    const again = (this.#again + RULED.again) / (this.#count + 1)
    if (letter === this.#latest) return again
    const others = this.#size - 1
    if (this.#before === -1) return (1 - again) / others
    const next = (2 * places[this.#latest] - places[this.#before] + this.#size) % this.#size
    return (1 - again) * (places[letter] === next ? 1 - RULED.broken : RULED.broken / others)
  }

  /** One of so many letters, which are all alike likely; once more have come, nothing is foretold. */
  #ofFew(letter: number, letters: number): number {
    const left = letters - this.#different
    const isNew = this.#seen[letter] === 0
    if (left < 0 || (left === 0 && isNew)) return RULED.broken / this.#size
    return (isNew ? left / (this.#size - this.#different) : 1) / letters
  }

  save(writer: ByteWriter): void {
    for (const weight of this.#weights) writer.float64(weight)
    for (const one of this.#seen) writer.uint16(one)
    for (const letter of [this.#latest, this.#before]) writer.uint16(letter + 1)
    for (const count of [this.#count, this.#again]) writer.float64(count)
  }
}
