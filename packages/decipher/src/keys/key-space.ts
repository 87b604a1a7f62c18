import { type Alphabet, InvalidOptionError } from '@runnel/core'
import type { EventKey } from '../session/events.ts'

/** A key that ciphertext may have been written with, and how it reads each symbol. */
export interface CandidateKey {
  readonly cipher: string
  readonly key: EventKey
  /** Its weight before anything is read; the priors of a key space are taken in proportion. */
  readonly prior: number
  /** The plaintext of each of the key space's symbols, one UTF-16 unit each. */
  readonly plaintext: string
}

/** Keys that can be listed, to be weighed against one another. */
export interface KeySpace {
  readonly name: string
  /** Which characters count as letters. */
  readonly alphabet: Alphabet
  /** Every character that some key reads as another, one UTF-16 unit each; all others pass unchanged. */
  readonly symbols: string
  readonly keys: readonly CandidateKey[]
}

/**
 * Checks a key space, which may come from a user.
 *
 * @throws InvalidOptionError naming the first thing that is wrong
 */
export const checkKeySpace = ({ name, symbols, keys }: KeySpace): void => {
  const demand = (holds: boolean, expected: string): void => {
    if (!holds) throw new InvalidOptionError('cipher', name, expected)
  }
  demand(keys.length > 0 && keys.length < 0xffff, '1 to 65,534 keys')
  demand(new Set(symbols).size === symbols.length, 'symbols of one UTF-16 unit each, none twice')
  for (const { cipher, prior, plaintext } of keys) {
    demand(prior > 0 && prior < Number.POSITIVE_INFINITY, `a prior above 0 for each key of ${cipher}`)
    demand(plaintext.length === symbols.length, `one unit of plaintext a symbol for each key of ${cipher}`)
  }
}
