import { isSpace } from '@runnel/core'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { FIRST_REST, LEAST_COINCIDENCE, LONGEST_REST, LONGEST_WORD, LOOK, SHAPES } from './constants.ts'

/**
 * The letters for which keys rest after text that none of them explains: twice as many each time, up to a limit, so that
 * such text costs little. A rest ends where a word begins, and not as long as symbols come as evenly as chance has them: no
 * listed key makes a language so even.
 */
export class Rest {
  #length = FIRST_REST
  #letters = 0
  /** Counts of the latest symbols, both cases of a letter together. */
  readonly #counts: Float64Array
  #total: number
  readonly #longest: number

  constructor(saved?: ByteReader, longest: number = LONGEST_REST) {
    this.#longest = longest
    this.#counts = Float64Array.from({ length: SHAPES }, () => saved?.uint16() ?? 0)
    this.#total = this.#counts.reduce((sum, count) => sum + count, 0)
    if (!saved) return
    this.#length = saved.uint16()
    this.#letters = saved.uint16()
    saved.demand(this.#length >= FIRST_REST && this.#length <= longest && this.#total <= 2 * LOOK)
  }

  /** Whether there has been none, or none of this text. */
  get isFirst(): boolean {
    return this.#length === FIRST_REST
  }

  begin(): void {
    this.#letters = 0
    this.#counts.fill(0)
    this.#total = 0
  }

  /** Has a key explain the text: what comes next is not to be waited for. */
  forget(): void {
    this.#length = FIRST_REST
  }

  /** Takes a symbol of the rest in, and tells whether it is over: with the first that is no letter, or soon after. */
  isOver(unit: number, isLetter: boolean): boolean {
    if (!isSpace(unit)) this.#count(unit)
    if (isLetter) this.#letters++
    if (this.#letters < this.#length + (isLetter ? LONGEST_WORD : 0)) return false
    if (this.#coincidence < LEAST_COINCIDENCE) {
      this.#letters = this.#length - LOOK
      return false
    }
    this.#length = Math.min(2 * this.#length, this.#longest)
    return true
  }

  save(writer: ByteWriter): void {
    for (const count of this.#counts) writer.uint16(count)
    writer.uint16(this.#length)
    writer.uint16(this.#letters)
  }

  #count(unit: number): void {
    this.#counts[unit % SHAPES]++
    this.#total++
    if (this.#total <= 2 * LOOK) return
    for (let at = 0; at < SHAPES; at++) this.#counts[at] = Math.floor(this.#counts[at] / 2)
    this.#total = this.#counts.reduce((sum, count) => sum + count, 0)
  }

  /** Probability that two symbols of late, drawn without putting back, are alike. */
  get #coincidence(): number {
    const pairs = this.#counts.reduce((sum, count) => sum + count * (count - 1), 0)
    return this.#total > 1 ? pairs / (this.#total * (this.#total - 1)) : 1
  }
}
