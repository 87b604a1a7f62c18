import type { Alphabet } from '@runnel/core'
import type { LanguageModel } from '../language/language-model.ts'
import type { Inference } from '../session/inference.ts'
import type { LiveOptions } from '../settling/live-options.ts'

/** Keys of a cipher with a way of their own to be found, for the option `cipher`. */
export interface KeyInference {
  readonly name: string
  /** The characters that count as letters. */
  readonly alphabet: Alphabet
  /** Infers the key live with a language model of the plaintext. @throws InvalidOptionError */
  createInference(model: LanguageModel, options: LiveOptions): Inference
}
