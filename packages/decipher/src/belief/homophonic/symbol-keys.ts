import type { InSteps } from '../../in-steps.ts'
import type { ByteWriter } from '../../saving/bytes.ts'

/** The keys of one stream: a search for it, or the one that is known. */
export interface SymbolKeys {
  /** Whether a key explains the text. */
  readonly isFound: boolean
  /** Whether no more text is weighed. */
  readonly isFull: boolean
  /** Probability that a homophonic substitution explains the text. */
  readonly explained: number
  /** Mean probability of the letters of the text. */
  readonly confidence: number
  /** The symbols that the key reads. */
  symbols(): Iterable<[unit: number, letter: number]>
  /** Letter of a symbol, or -1 where there is none. */
  letterOf(unit: number): number
  /** Probability of that letter. */
  confidenceOf(unit: number): number
  /** Reads a symbol, or a space. @returns whether it is time to look at the text */
  read(unit: number, isSpace: boolean): boolean
  /** Looks at the text so far. @param isEnd whether no more of it is to come. @returns whether there was anything new */
  look(isEnd: boolean): InSteps<boolean>
  save(writer: ByteWriter): void
}
