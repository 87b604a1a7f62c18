import type { Finding, KeyFinder } from '@runnel/decipher/ciphers'

/** A search for keys that cannot be listed. */
export interface Search extends KeyFinder<Finding> {
  /** Works out in steps what its first session would in one; none where that is nothing. */
  workOut?(): Iterable<unknown>
  /** The same search where letters are known, where it can use them. @throws InvalidOptionError on a contradiction */
  knowing?(letters: Readonly<Record<string, string>>): Search
  /** The same search where words are likely to be in the plaintext. @throws InvalidOptionError on what is no letter */
  expecting?(words: readonly string[]): Search
}
