/** What a tool makes of a text, without being told anything else. */
export interface Reading {
  /** Readings in the order in which they are shown. */
  readonly guesses: readonly string[]
  /** Whether it said that it could not read it, or how unsure it was. */
  readonly isUnsure: boolean
}

/** A tool that people go to with a text. */
export interface Peer {
  readonly name: string
  read(text: string): Promise<Reading> | Reading
}
