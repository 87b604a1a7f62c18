/**
 * A column of the score: one letter, and all that the net and the keys made of it.
 *
 * `rows`, `weights`, `likely` and `reads` run side by side, one entry for each key that is alive, the best first. A row is a
 * number in the list of keys that `names` of the frames add up to.
 */
export interface Column {
  /** UTF-16 units from the start of the text. */
  readonly start: number
  /** The letter as it came, and as the best key reads it. */
  readonly cipher: string
  readonly reading: string
  readonly rows: Uint16Array
  /** Probability, after this letter, that no key explains the text. */
  readonly unknown: number
  /** Belief in each key after this letter; with `unknown` the sum is 1, where all keys are told. */
  readonly weights: Float32Array
  /** Probability of this letter under each key, before it came. */
  readonly likely: Float32Array
  /** The reading of this letter by each key, one UTF-16 unit each. */
  readonly reads: string
  /** Bits that the letter took: the surprise. 0 for what no key reads. */
  readonly surprise: number
  /** Letters that the best key's net expected here, likeliest first. */
  readonly expected: readonly Expected[]
  /** Some numbers of the best key's memory, -127 to 127 for -1 to 1; empty where nothing is remembered. */
  readonly memory: Int8Array
}

/** A letter that was expected; a space is ' '. */
export interface Expected {
  readonly text: string
  readonly probability: number
}
