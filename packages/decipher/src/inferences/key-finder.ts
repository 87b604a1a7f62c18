import type { RnnModel } from '@runnel/rnn-model'
import type { Counts } from '../language/counts/counts.ts'
import type { LanguageModel } from '../language/language-model.ts'
import type { Inference } from '../session/inference.ts'
import type { LiveOptions } from '../settling/live-options.ts'

/** Means to find a key with. */
export interface FindingMeans {
  readonly model: RnnModel | LanguageModel | undefined
  readonly counts: Counts | undefined
  readonly options: LiveOptions
}

/** Keys of a cipher, with a search of their own: programs that do not ask for them go without its code. */
export interface KeyFinder {
  /** Lower-case name of the cipher. */
  readonly name: string
  /** @throws InvalidOptionError when the means do not do */
  createInference(means: FindingMeans): Inference
}
