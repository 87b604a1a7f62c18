import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { FIRST_REST, LONGEST_REST, LONGEST_WORD } from './constants.ts'

/**
 * The letters for which keys rest after text that none of them explains: twice as many each time, up to a limit, so that
 * such text costs little. A rest ends where a word begins.
 */
export class Rest {
  #length = FIRST_REST
  #letters = 0
  readonly #longest: number

  constructor(saved?: ByteReader, longest: number = LONGEST_REST) {
    this.#longest = longest
    if (!saved) return
    this.#length = saved.uint16()
    this.#letters = saved.uint16()
    saved.demand(this.#length >= FIRST_REST && this.#length <= longest)
  }

  /** Whether there has been none, or none of this text. */
  get isFirst(): boolean {
    return this.#length === FIRST_REST
  }

  begin(): void {
    this.#letters = 0
  }

  /** Has a key explain the text: what comes next is not to be waited for. */
  forget(): void {
    this.#length = FIRST_REST
  }

  /** Counts a symbol of the rest, and tells whether it is over: with the first that is no letter, or soon after. */
  isOver(isLetter: boolean): boolean {
    if (isLetter) this.#letters++
    const isOver = this.#letters >= this.#length + (isLetter ? LONGEST_WORD : 0)
    if (isOver) this.#length = Math.min(2 * this.#length, this.#longest)
    return isOver
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#length)
    writer.uint16(this.#letters)
  }
}
