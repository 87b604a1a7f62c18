import { CONTEXTS, LETTERS, SPACE, START, SYMBOL_BITS } from '../substitution/constants.ts'
import { type CostTable, costIn, LOWEST, type Rows } from '../substitution/cost-table.ts'
import type { SymbolText } from './symbol-text.ts'

/** The bits of a context. */
const CONTEXT = CONTEXTS - 1

/**
 * A whole key of a text, a letter for each symbol, with the cost of every window, so that reading a symbol as another
 * letter takes time in proportion to how often it occurs.
 *
 * The cost is that of the plaintext, and that of the choice among the symbols of each letter: of all that stand for it,
 * each is held to be equally likely.
 */
export class WholeKey {
  /** Plaintext letter of each symbol. */
  readonly letters: Uint8Array
  /** Cost of the plaintext, and of the choices of symbols. */
  plain = 0
  choices = 0
  readonly #text: SymbolText
  readonly #table: CostTable
  readonly #rows: Rows
  readonly #costs: Uint8Array
  /** 12 log2 of whole numbers. */
  readonly #logarithms: Uint16Array
  readonly #numbers: Int32Array
  readonly #paid: Uint8Array
  /** Cost of the windows of each symbol together, or -1 where that is to be worked out. */
  readonly #loads: Int32Array
  /** Times that each letter is read, and symbols that stand for it. */
  readonly #read = new Int32Array(LETTERS)
  readonly #homophones = new Int32Array(LETTERS)

  constructor(text: SymbolText, table: CostTable, logarithms: Uint16Array) {
    this.#text = text
    this.#table = table
    this.#rows = table.rows
    this.#costs = table.costs
    this.#logarithms = logarithms
    this.letters = new Uint8Array(text.size)
    this.#numbers = new Int32Array(text.symbols.length)
    this.#paid = new Uint8Array(text.symbols.length)
    this.#loads = new Int32Array(text.size)
  }

  get cost(): number {
    return this.plain + this.choices
  }

  /** Takes a key over, and works its cost out. */
  take(letters: ArrayLike<number>): void {
    const { symbols, size, counts } = this.#text
    this.letters.set(letters)
    this.#read.fill(0)
    this.#homophones.fill(0)
    this.#loads.fill(-1)
    for (let symbol = 0; symbol < size; symbol++) {
      this.#read[this.letters[symbol]] += counts[symbol]
      this.#homophones[this.letters[symbol]]++
    }
    this.choices = 0
    for (let letter = 0; letter < LETTERS; letter++) {
      this.choices += this.#read[letter] * this.#logarithms[this.#homophones[letter]]
    }
    this.plain = 0
    let number = START
    for (let at = 0; at < symbols.length; at++) {
      const symbol = symbols[at]
      number = ((number & CONTEXT) << SYMBOL_BITS) | (symbol === -1 ? SPACE : this.letters[symbol])
      this.#numbers[at] = number
      this.#paid[at] = costIn(this.#table, number)
      this.plain += this.#paid[at]
    }
  }

  /**
   * The cost that reading a symbol as another letter would add, if it is `most` at the most; otherwise no more is worked
   * out than shows that, and more than `most` is given.
   */
  difference(symbol: number, letter: number, most: number): number {
    const [rows, costs, numbers, logarithms] = [this.#rows, this.#costs, this.#numbers, this.#logarithms]
    const { counts, windows } = this.#text
    const { ends, places } = windows[symbol]
    const before = this.letters[symbol]
    const [count, read, homophones] = [counts[symbol], this.#read, this.#homophones]
    let added =
      (read[before] - count) * logarithms[homophones[before] - 1] -
      read[before] * logarithms[homophones[before]] +
      (read[letter] + count) * logarithms[homophones[letter] + 1] -
      read[letter] * logarithms[homophones[letter]] -
      this.#load(symbol)
    const step = letter - before
    for (let i = 0; i < ends.length; i++) {
      const number = numbers[ends[i]] + step * places[i]
      added += costs[(rows[number >>> SYMBOL_BITS] << SYMBOL_BITS) | (number & LOWEST)]
      if (added > most) return most + 1
    }
    return added
  }

  #load(symbol: number): number {
    const known = this.#loads[symbol]
    if (known >= 0) return known
    const { ends } = this.#text.windows[symbol]
    let load = 0
    for (let i = 0; i < ends.length; i++) load += this.#paid[ends[i]]
    this.#loads[symbol] = load
    return load
  }

  /** Reads a symbol as another letter. */
  assign(symbol: number, letter: number): void {
    const [logarithms, read, homophones] = [this.#logarithms, this.#read, this.#homophones]
    const { counts, windows } = this.#text
    const { ends, places } = windows[symbol]
    const before = this.letters[symbol]
    for (const changed of [before, letter]) this.choices -= read[changed] * logarithms[homophones[changed]]
    read[before] -= counts[symbol]
    read[letter] += counts[symbol]
    homophones[before]--
    homophones[letter]++
    for (const changed of [before, letter]) this.choices += read[changed] * logarithms[homophones[changed]]
    const step = letter - before
    for (let i = 0; i < ends.length; i++) {
      const at = ends[i]
      const number = this.#numbers[at] + step * places[i]
      const paid = costIn(this.#table, number)
      this.#numbers[at] = number
      this.plain += paid - this.#paid[at]
      this.#paid[at] = paid
    }
    this.letters[symbol] = letter
    this.#loads.fill(-1)
  }
}
