import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/** Probability of a letter below which others do not make up for it. */
const LEAST_SURE = 0.9

/**
 * The letters of a stream that have become final because they were sure, and how many of them are expected to be wrong.
 * Where one letter is less sure than is asked for, others that are surer may make up for it.
 */
export class Risk {
  readonly #spent: number
  #letters = 0
  #wrong = 0

  /**
   * @param spent share of what is allowed to be wrong that letters use up
   * @throws SnapshotFormatError
   */
  constructor(saved?: ByteReader, spent = 1) {
    this.#spent = spent
    if (!saved) return
    this.#letters = saved.float64()
    this.#wrong = saved.float64()
    saved.demand(Number.isSafeInteger(this.#letters) && this.#wrong >= 0 && this.#wrong <= this.#letters)
  }

  /** Letters that have become final. */
  get letters(): number {
    return this.#letters
  }

  /** Those of them that are expected to be wrong. */
  get wrong(): number {
    return this.#wrong
  }

  /** Takes note of a letter that becomes final with such a confidence. */
  note(confidence: number): void {
    this.#letters++
    this.#wrong += 1 - confidence
  }

  /**
   * Symbols, of some that wait in order, that may be final together: as far as no more of all final letters are expected
   * to be wrong than is allowed.
   *
   * @param allowed share of letters that may be wrong
   * @param confidences those of letters, and -1 for what passes unchanged
   */
  sure(allowed: number, confidences: Iterable<number>): number {
    const least = Math.min(1 - allowed, LEAST_SURE)
    let [sure, count, letters, wrong] = [0, 0, this.#letters, this.#wrong]
    for (const confidence of confidences) {
      count++
      if (confidence >= 0) {
        if (confidence < least) break
        letters++
        wrong += 1 - confidence
      }
      if (wrong <= this.#spent * allowed * letters) sure = count
    }
    return sure
  }

  save(writer: ByteWriter): void {
    writer.float64(this.#letters)
    writer.float64(this.#wrong)
  }
}
