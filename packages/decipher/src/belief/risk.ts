import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/**
 * The letters of a stream that have become final because they were sure, and how many of them are expected to be wrong.
 * Where one letter is less sure than is asked for, others that are surer may make up for it.
 */
export class Risk {
  #letters = 0
  #wrong = 0

  /** @throws SnapshotFormatError */
  constructor(saved?: ByteReader) {
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

  save(writer: ByteWriter): void {
    writer.float64(this.#letters)
    writer.float64(this.#wrong)
  }
}
