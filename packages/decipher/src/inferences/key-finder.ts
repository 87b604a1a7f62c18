import type { RnnModel } from '@runnel/rnn-model'
import type { Belief } from '../belief/belief.ts'
import type { SearchBounds } from '../belief/beyond/dear-keys.ts'
import type { Language } from '../belief/open-world/language.ts'
import type { OpenWorld } from '../belief/open-world/open-world.ts'
import type { Counts } from '../language/counts/counts.ts'
import type { LanguageModel } from '../language/language-model.ts'
import type { SectionReader } from '../saving/sections.ts'
import type { Inference } from '../session/inference.ts'
import type { LiveOptions } from '../settling/live-options.ts'
import type { SettlingOptions } from '../settling/settling-stream.ts'

/** Means to find a key with. */
export interface FindingMeans {
  readonly model: RnnModel | LanguageModel | undefined
  readonly counts: Counts | undefined
  readonly options: LiveOptions
  /** Whether the search stands beside others, and is to take little trouble as long as it has no hope. */
  readonly isSparing?: boolean
}

/** A search for the keys of one cipher, ready to read streams: alone, or beside others. */
export interface Finding extends SettlingOptions {
  /** The language of the plaintext. */
  readonly language: Language
  /** Its ISO 639-1 code, where that is to be told. */
  readonly code?: string | undefined
  /** Bounds of its trouble beside others, where it has some of its own. */
  readonly bounds?: SearchBounds | undefined
  /** Starts a belief about the keys, or takes one up, in which text that none of them explains has no place. */
  createKeys(saved?: SectionReader): Belief
}

/** A search for listed keys, ready to stand in front of others. */
export interface ListedFinding extends SettlingOptions {
  createBelief(saved: SectionReader | undefined, traces: boolean): OpenWorld
}

/** Keys of a cipher that are found when the text ends, with an inference of their own. */
export interface EndingFinder {
  /** Lower-case name of the cipher. */
  readonly name: string
  /** Present where it holds the key: one that is given beside it is the same. */
  readonly holdsKey?: true
  /** @throws InvalidOptionError when the means do not do */
  createInference(means: FindingMeans): Inference
}

/** Keys of a cipher, with a search of their own: programs that do not ask for them go without its code. */
export interface KeyFinder<Found extends SettlingOptions = SettlingOptions> {
  /** Lower-case name of the cipher. */
  readonly name: string
  /**
   * Steps of work so far besides those of a model, each about as long as one of those: of all sessions together. Absent
   * where a model does it all.
   */
  steps?(): number
  /** @throws InvalidOptionError when the means do not do */
  prepare(means: FindingMeans): Found
}
