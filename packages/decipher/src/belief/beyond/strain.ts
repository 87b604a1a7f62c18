import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { BADLY, ORDINARY, STRAINED } from './constants.ts'

/**
 * The cost of letters under the listed keys, beyond what they cost in most text that is read rightly: a factor of all since the
 * text was last read well, at the least 1 (the sums of Page, 1954).
 */
export class Strain {
  #value = 1

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.#value = saved.float64()
    saved.demand(this.#value >= 1 && this.#value <= BADLY)
  }

  /** Takes in the probability of a letter. */
  read(likely: number): void {
    this.#value = Math.min(BADLY, Math.max(1, (this.#value * ORDINARY) / likely))
  }

  /** Whether the text is not read well. */
  get isFelt(): boolean {
    return this.#value >= STRAINED
  }

  /** Whether a key that reads it well would be worth its choice out of all substitutions. */
  get isGreat(): boolean {
    return this.#value >= BADLY
  }

  forget(): void {
    this.#value = 1
  }

  save(writer: ByteWriter): void {
    writer.float64(this.#value)
  }
}
