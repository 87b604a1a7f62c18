import type { InSteps } from '../../in-steps.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { LETTERS } from '../substitution/constants.ts'
import { LayoutWatch } from '../substitution/layout-watch.ts'
import {
  COOLINGS,
  FIRST_LOOK,
  FRESH_ODDS,
  GROWTH,
  LETTERS_A_UNIT,
  MEND_EVERY,
  MOST_LENGTH,
  MOST_SYMBOLS,
  WINDOW,
} from './constants.ts'
import { mendKey, type Seeking, seekKey, sharesOf } from './found-key.ts'
import type { KeyMeans } from './key-means.ts'
import type { SymbolKeys } from './symbol-keys.ts'
import { createSymbolText, type SymbolText } from './symbol-text.ts'

/** The number of a space. */
const SPACE = -1

/**
 * A search for the key of a text in symbols, which looks at the whole text again and again: from random keys, each time
 * that it has grown by a quarter, until one explains it; that one is mended from then on. Its budget counts moves a look.
 */
export class HomophoneSearch implements SymbolKeys {
  readonly #means: KeyMeans
  readonly #watch: LayoutWatch
  /** Number of each symbol, in the order in which they first came. */
  readonly #numbers = new Map<number, number>()
  readonly #text: number[] = []
  #letters = 0
  /** Letters at the next look, and at the latest one. */
  #next = FIRST_LOOK
  #looked = 0
  /** Letters when a key was sought as at the end of a text. */
  #sought = 0
  #key: Uint8Array = new Uint8Array(0)
  #evidence = 0
  #shares: Float64Array = new Float64Array(0)
  /** Letters of the text when each symbol came to be read as it is. */
  #since: number[] = []

  constructor(means: KeyMeans, saved?: ByteReader) {
    this.#means = means
    this.#watch = new LayoutWatch(saved)
    if (saved) this.#restore(saved)
  }

  get isFound(): boolean {
    return this.#evidence > 0
  }

  get explained(): number {
    const { weights } = this.#means
    const odds = weights[Math.min(Math.abs(this.#evidence), weights.length - 1)]
    return this.#looked === 0 ? 0 : (this.isFound ? 1 : odds) / (1 + odds)
  }

  get isFull(): boolean {
    return this.#letters >= WINDOW || this.#text.length >= MOST_LENGTH
  }

  *symbols(): Generator<[unit: number, letter: number]> {
    for (const [unit, number] of this.#numbers) if (number < this.#key.length) yield [unit, this.#key[number]]
  }

  letterOf(unit: number): number {
    const number = this.#numbers.get(unit) ?? this.#key.length
    return number < this.#key.length ? this.#key[number] : -1
  }

  confidenceOf(unit: number): number {
    const number = this.#numbers.get(unit) ?? this.#key.length
    return this.isFound && number < this.#key.length ? this.explained * this.#confidenceIn(number) : 0
  }

  get confidence(): number {
    const letters = this.#text.filter((number) => number !== SPACE && number < this.#key.length)
    return letters.reduce((sum, number) => sum + this.#confidenceIn(number), 0) / letters.length
  }

  /** The share of a letter where the key is taken for granted elsewhere, times how far that is to be trusted. */
  #confidenceIn(number: number): number {
    const { weights } = this.#means
    const held = this.#letters - this.#since[number]
    const units = FRESH_ODDS + Math.floor(held / LETTERS_A_UNIT)
    return this.#shares[number] / (1 + weights[Math.min(units, weights.length - 1)])
  }

  read(unit: number, isSpace: boolean): boolean {
    if (this.isFull) return false
    this.#watch.read(!isSpace)
    if (isSpace) {
      if (this.#text.length > 0 && this.#text[this.#text.length - 1] !== SPACE) this.#text.push(SPACE)
      return this.isFull
    }
    const { size } = this.#numbers
    const number = this.#numbers.get(unit) ?? size
    if (number >= MOST_SYMBOLS) return false
    if (number === size) this.#numbers.set(unit, number)
    this.#text.push(number)
    this.#letters++
    return this.#letters >= this.#next || this.isFull
  }

  *look(isEnd: boolean): InSteps<boolean> {
    const isSought = isEnd && !this.isFound
    if ((isSought ? this.#sought : this.#looked) === this.#letters) return false
    this.#looked = this.#letters
    if (isSought) this.#sought = this.#letters
    const text = this.#symbolText()
    const seeking: Seeking = {
      means: this.#means,
      table: this.#means.costs(this.#watch.layout),
      turn: this.#letters,
    }
    if (this.isFound) this.#take(yield* mendKey(text, seeking, this.#key), text, seeking)
    if (!this.isFound) {
      const plan = isEnd
        ? { cooling: COOLINGS.end, runs: this.#means.runs }
        : { cooling: COOLINGS.live, runs: 1 }
      this.#take(yield* seekKey(text, seeking, plan), text, seeking)
    }
    this.#next = this.isFound ? this.#letters + MEND_EVERY : Math.ceil(this.#letters * GROWTH)
    return true
  }

  #take(
    { letters, evidence }: { letters: Uint8Array; evidence: number },
    text: SymbolText,
    seeking: Seeking,
  ): void {
    this.#since = Array.from(letters, (letter, number) =>
      this.isFound && this.#key[number] === letter ? this.#since[number] : this.#letters,
    )
    this.#key = letters
    this.#evidence = evidence
    this.#shares = sharesOf(text, seeking, letters)
  }

  /** The text as its layout has it: spaces that part no words are left out. */
  #symbolText(): SymbolText {
    const isWords = this.#watch.layout === 'words'
    const symbols = isWords ? this.#text : this.#text.filter((number) => number !== SPACE)
    return createSymbolText(Int16Array.from(symbols), this.#numbers.size)
  }

  save(writer: ByteWriter): void {
    this.#watch.save(writer)
    for (const list of [[...this.#numbers.keys()], this.#text.map((number) => number + 1), this.#key]) {
      writer.uint16(list.length)
      for (const value of list) writer.uint16(value)
    }
    for (const share of this.#shares) writer.float64(share)
    for (const letters of this.#since) writer.uint16(letters)
    for (const letters of [this.#next, this.#looked, this.#sought]) writer.uint16(letters)
    writer.float64(this.#evidence)
  }

  #restore(saved: ByteReader): void {
    const take = (most: number): number[] => {
      const length = saved.uint16()
      saved.demand(length <= most)
      return Array.from({ length }, () => saved.uint16())
    }
    take(MOST_SYMBOLS).forEach((unit, number) => {
      this.#numbers.set(unit, number)
    })
    for (const number of take(MOST_LENGTH)) this.#text.push(number - 1)
    this.#letters = this.#text.filter((number) => number !== SPACE).length
    this.#key = Uint8Array.from(take(this.#numbers.size))
    this.#shares = Float64Array.from(this.#key, () => saved.float64())
    this.#since = Array.from(this.#key, () => saved.uint16())
    this.#next = saved.uint16()
    this.#looked = saved.uint16()
    this.#sought = saved.uint16()
    this.#evidence = saved.float64()
    saved.demand(this.#text.every((number) => number < this.#numbers.size) && this.#letters <= WINDOW)
    saved.demand(this.#key.every((letter) => letter < LETTERS) && Number.isSafeInteger(this.#evidence))
    saved.demand(this.#shares.every((share) => share >= 0 && share <= 1))
    saved.demand(this.#since.every((letters) => letters <= this.#letters))
  }
}
