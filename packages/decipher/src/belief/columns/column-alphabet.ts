import type { PeriodicFamily } from '../../keys/periodic-family.ts'

/** All that is to be known to read symbols: the keys, and how a language names symbols. */
export interface ColumnAlphabet {
  readonly family: PeriodicFamily
  /** Token id of each letter of the alphabet. */
  readonly letterIds: Uint8Array
  /** Cost of each letter, given its token id, in twelfths of a bit. */
  readonly letterCosts: Uint8Array
  /** The same where a word begins. */
  readonly firstCosts: Uint8Array
  /** Letter of each token id. */
  readonly letterOf: Uint8Array
  /** Token id of a space, which every text begins after. */
  readonly space: number
  /** Token id of a unit that is no letter, or 0 when the language does not read it. */
  idOf(unit: number): number
}
