import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { Fit } from '../../session/events.ts'
import type { Language } from './language.ts'

/** A power of two that a product is multiplied by, before it becomes too small for a number. */
const SCALE = 256

/** Measures the bits that letters take: by a product, whose logarithm is taken once, at the end. */
export class FitMeter {
  #letters = 0
  #scales = 0
  #product = 1

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.#letters = saved.float64()
    this.#scales = saved.float64()
    this.#product = saved.float64()
    saved.demand([this.#letters, this.#scales].every((count) => Number.isSafeInteger(count) && count >= 0))
    saved.demand(this.#product > 0 && this.#product < Number.POSITIVE_INFINITY)
  }

  /** Takes note of the probability of a letter. */
  read(probability: number): void {
    this.#letters++
    this.#product *= probability
    if (this.#product >= 2 ** -SCALE) return
    this.#product *= 2 ** SCALE
    this.#scales++
  }

  /** The fit to a language, in bits a letter, to a hundredth; undefined before the first letter. */
  of({ alphabet, bits }: Language): Fit | undefined {
    if (this.#letters === 0) return undefined
    const all = this.#scales * SCALE - Math.log2(this.#product)
    const rounded = (value: number): number => Math.round(value * 100) / 100
    return {
      bits: rounded(all / this.#letters),
      language: rounded(bits()),
      random: rounded(Math.log2(alphabet.size)),
    }
  }

  save(writer: ByteWriter): void {
    writer.float64(this.#letters)
    writer.float64(this.#scales)
    writer.float64(this.#product)
  }
}
