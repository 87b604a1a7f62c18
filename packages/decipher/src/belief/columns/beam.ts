/** Letters that a place in the table depends on at the most, beside those at the place that is filled; and words of a spot. */
const LETTERS = 3
export const SPOT_WORDS: number = 1 + 3 * LETTERS

/**
 * Partly filled keys of a lane: each place is begun, symbols are weighed, and those keys are kept by which they cost least. What
 * is to be weighed is written into its arrays.
 */
export interface Beam {
  readonly count: number
  /**
   * A place in the table of costs, and of the symbol where fewer were known before it: what does not depend on the key,
   * and for each letter that does where its values are, its place, and its counts; letters of no counts at the end,
   * `[SPOT_WORDS]`.
   */
  readonly longer: Int32Array
  readonly shorter: Int32Array
  /** Steps in the table by each value that is tried, `[at least as many]`. */
  readonly steps: Int32Array
  /** Begins to fill the next place. */
  begin(tried: Uint8Array): void
  /** Adds the cost of a symbol by each value, for each key. @param wasKnown whether it has cost something already */
  weigh(wasKnown: boolean): void
  /** Fills the place. @param own costs of each value beside those; none where there are none. @param most keys at the most */
  keep(own: Int32Array, most: number): void
  /** The keys that are left, `[count, period]`, and the cost of each. */
  found(): { readonly keys: Uint8Array; readonly costs: Int32Array }
}
