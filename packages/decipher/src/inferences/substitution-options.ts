import type { Counts } from '../language/counts/counts.ts'
import type { SubstitutionLexicon } from './substitution-lexicon.ts'

/** The language that a substitution is searched in. */
export interface SubstitutionOptions {
  /** Counts of words with spaces between them, from `loadCounts`. */
  readonly words: Counts
  /** Counts of the same text without spaces. */
  readonly letters: Counts
  /**
   * Letters of the ciphertext, in the order in which keys tell them: those of the counts, 31 at the most; beside 31 two more that
   * the plaintext is never read as. Those of the counts unless given.
   */
  readonly alphabet?: string | undefined
  /** Words from `createLexicon`, of text in letters a to z: it is rather read as made of them. */
  readonly lexicon?: SubstitutionLexicon
  /**
   * Partial keys at the most, 100 to 100,000; 10,000 unless given. The fewer, the faster, and the later it is read. More
   * than 10,000 are held for the first 40 letters alone, whose snapshots hold the text, which is then read again.
   */
  readonly width?: number
}
