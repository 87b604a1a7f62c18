import type { Counts } from '../language/counts/counts.ts'

/** Letters with a name, such as `es` of `@runnel/core/alphabets`. */
export interface NamedAlphabet {
  readonly name: string
  readonly letters: string
}

/** A language that the plaintext may be in, and the alphabet that its ciphers move. */
export interface LanguageChoice {
  /** ISO 639-1 code, which events tell. */
  readonly code: string
  /** Counts of it, from `loadCounts`. */
  readonly counts: Counts
  /** The letters of its script, where they are not the Latin ones. */
  readonly letters?: string | undefined
  /** An alphabet of its own that its ciphers may move instead, with a name, which keys then tell. */
  readonly alphabet?: NamedAlphabet | undefined
  /** Its probability before anything is read, against that of the others; 1 unless given. */
  readonly share?: number
}
