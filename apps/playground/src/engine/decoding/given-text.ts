import type { Decoder } from './decoder.ts'

/** UTF-16 units that are decoded in one call: a fraction of a millisecond. */
const PIECE = 4096

/** The text that the page has given, all of it, and the part that has been decoded. */
export class GivenText {
  text: string
  isEnded: boolean
  readonly #decoder: Decoder | undefined
  #read = 0
  #isFlushed = false

  constructor(text: string, isEnded: boolean, decoder?: Decoder) {
    this.text = text
    this.isEnded = isEnded
    this.#decoder = decoder
  }

  /** Encodings that were taken off, outermost first; empty for none. */
  get encoding(): string {
    return this.#decoder?.encoding ?? ''
  }

  /** Whether there is text to take, or an end. */
  get hasMore(): boolean {
    return this.#read < this.text.length || (this.isEnded && !this.#isFlushed)
  }

  /** Takes the next piece, its encodings taken off. @throws EncodingError where it is not in the encoding that was named */
  take(): { readonly text: string; readonly isEnd: boolean } {
    const decoder = this.#decoder
    if (this.#read < this.text.length) {
      const piece = decoder ? this.text.slice(this.#read, this.#read + PIECE) : this.text.slice(this.#read)
      this.#read += piece.length
      return { text: decoder ? decoder.push(piece) : piece, isEnd: false }
    }
    this.#isFlushed = true
    return { text: decoder?.flush() ?? '', isEnd: true }
  }
}
