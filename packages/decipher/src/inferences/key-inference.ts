import type { Alphabet } from '@runnel/core'
import type { LanguageModel } from '../language/language-model.ts'
import type { Inference } from '../session/inference.ts'
import type { LiveOptions } from '../settling/live-options.ts'

/** Keys of a cipher with a way of their own to be found, for the option `cipher`. */
export interface KeyInference {
  readonly name: string
  /** The characters that count as letters. */
  readonly alphabet: Alphabet
  /** Steps of work so far besides those of the model, each about as long as one of those: of all sessions together. */
  steps?(): number
  /** Infers the key live with a language model of the plaintext. @throws InvalidOptionError */
  createInference(model: LanguageModel, options: LiveOptions): Inference
}
