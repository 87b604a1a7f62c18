import type { createDecoder, Decoder } from '../decoding/decoder.ts'

/** UTF-16 units that are decoded in one call at the most: some milliseconds. */
const PIECE = 65_536

/**
 * The text that comes out of the encodings which the service has found: it tells of them alone, and counts all places in
 * that text. What takes them off is brought when there are any.
 */
export class DecodedText {
  readonly #bring: () => Promise<typeof createDecoder>
  #decoder: Decoder | undefined
  #encoding = ''
  #given = 0
  #isEnded = false
  #fresh = ''
  /** All that has come out so far. */
  text = ''

  constructor(bring: () => Promise<typeof createDecoder>) {
    this.#bring = bring
  }

  /** Encodings that were taken off, outermost first; empty for none. */
  get encoding(): string {
    return this.#encoding
  }

  /** Takes off these encodings from now on. @returns once that can be done */
  async take(encoding: string): Promise<void> {
    if (encoding === this.#encoding) return
    this.#encoding = encoding
    const create = await this.#bring()
    if (encoding === this.#encoding) this.#decoder = create(encoding)
  }

  /** Decodes what more has been given. */
  read(given: string, isEnded: boolean): void {
    const decoder = this.#decoder
    if (!decoder || this.#isEnded) return
    try {
      const piece = given.slice(this.#given, this.#given + PIECE)
      this.#given += piece.length
      this.#add(decoder.push(piece))
      if (!isEnded || this.#given < given.length) return
      this.#isEnded = true
      this.#add(decoder.flush())
    } catch {
      // The service says what is wrong with it.
      this.#isEnded = true
    }
  }

  /** Whether more can be decoded of what has been given. */
  hasMore(given: string, isEnded: boolean): boolean {
    return this.#decoder !== undefined && !this.#isEnded && (this.#given < given.length || isEnded)
  }

  /** Takes out what came since the last time. */
  takeFresh(): string {
    const fresh = this.#fresh
    this.#fresh = ''
    return fresh
  }

  #add(text: string): void {
    this.text += text
    this.#fresh += text
  }
}
