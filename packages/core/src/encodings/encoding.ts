import type { Coding } from './coding.ts'

/** A way to write bytes, or text, down in other signs. It has no key. */
export interface Encoding {
  /** Lower-case name, as used in options, events and URLs. */
  readonly name: string
  /** Its contents: bytes (of UTF-8, where they are text), or the UTF-16 units of text. */
  readonly carries: 'bytes' | 'text'
  /** Its signs where they are bytes, one UTF-16 unit each, and no text that people write. */
  readonly signs?: 'bytes'
  /** Reads bytes, or units of text, and puts out the signs that stand for them. */
  readonly encoder: Coding
  /** Reads the signs, and puts out bytes or units of text. */
  readonly decoder: Coding
}
