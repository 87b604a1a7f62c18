/** Words of a language, frozen, and shared by any number of streams. */
export interface WordList {
  readonly name: string
  /** SHA-256 of their file in hexadecimal. */
  readonly id: string
  /** Words of letters a to z, in the order of the alphabet, none twice. */
  readonly words: readonly string[]
}
