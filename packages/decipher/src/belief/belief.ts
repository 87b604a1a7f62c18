import type { InSteps } from '../in-steps.ts'
import type { NamedKey } from '../keys/key-family.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { SectionWriter } from '../saving/sections.ts'
import type { Fit } from '../session/events.ts'
import type { NamedLanguage, PossibleKey } from '../session/inference.ts'
import type { KeyTrace } from '../session/symbol-trace.ts'
import type { Risk } from './risk.ts'

/**
 * A belief about the key of one stream, and so about its plaintext. Reads symbol by symbol; one stream's own.
 *
 * Positions asked for are those of symbols that were read and not yet forgotten.
 */
export interface Belief {
  /**
   * Reads a symbol.
   *
   * @param share how much is left of what is held possible, beside something else that is likelier: 1 unless given, and
   * the less of it, the less trouble it is worth
   * @param ahead letters after it that have come already, none unless given: what takes long may wait for them
   * @returns its probability, everything that is held possible taken together
   */
  read(symbol: CipherSymbol, share?: number, ahead?: number): number
  /**
   * Begins to read a symbol: what takes long is done in steps, and `read` of the same symbol, which has to come next, does what
   * is left. Gives nothing where nothing does.
   */
  begin?(symbol: CipherSymbol, share?: number, ahead?: number): InSteps<void> | undefined
  /** The most probable key: the same object as long as it is the same key. */
  readonly key: NamedKey
  /** Probability of that key. */
  readonly probability: number
  /** Odds that the key has changed to one not yet known. */
  readonly doubt: number
  /** Whether so little has been read that certainty is worth less. */
  readonly isOpening: boolean
  /** Whether a search may still find the key where it has missed it; as long as it is opening, unless it says so. */
  readonly isSeeking?: boolean | undefined
  /** Whether one key is left, complete, and no other is worth a thought. */
  readonly isCertain: boolean
  /** The likeliest language of the plaintext, where languages are weighed. */
  readonly language?: NamedLanguage | undefined
  /** Kept where letters are final by how many of them are expected to be wrong together, and not one by one. */
  readonly risk?: Risk | undefined
  /** The unit that the best key reads for a symbol. */
  reading(symbol: CipherSymbol): number
  /** Probability that a symbol stands for `unit`, a change of key left aside. */
  probabilityOf(unit: number, symbol: CipherSymbol): number
  /** The bits that text took, where it tells. */
  readonly fit?: Fit | undefined
  /** Reads text by the best key without weighing it. For a belief that is certain. */
  readOn(text: string): string
  /**
   * Spends more on the key, where that may help: the text ends, or waits no longer.
   *
   * @param isEnd whether nothing comes any more
   * @returns how much likelier the text has become
   */
  conclude?(isEnd: boolean): number
  /** All keys that are held possible, in no order; one may be there twice, with a part of its probability each. */
  possibleKeys(): PossibleKey[]
  /** The trace of the symbol that was read last, where one is taken. */
  trace?(symbol: CipherSymbol): KeyTrace | undefined
  /** Drops what only concerns text before `position`. */
  forget(position: number): void
  /** Its probes. A belief that has to read every symbol has none. */
  readonly probes?: Probes | undefined
  save(sections: SectionWriter): void
  /** Gives back the memory of its states. */
  free(): void
}

/** Makes and takes up the probes of a belief. */
export interface Probes<Kind extends Probe = Probe> {
  /** Starts a probe with the best key at a symbol. */
  create(symbol: CipherSymbol): Kind
  /** Takes up a probe that was saved. @throws SnapshotFormatError */
  restore(saved: ByteReader): Kind
  /** Has the belief go on from where a probe stands, as if it had read all up to there. The probe is used up. */
  adopt(probe: Kind): void
}

/** Reads a little text further on, to see whether the key still holds. */
export interface Probe {
  read(symbol: CipherSymbol): void
  /** Letters read. */
  readonly letters: number
  /** Odds that the key does not hold. */
  readonly odds: number
  save(writer: ByteWriter): void
  free(): void
}
