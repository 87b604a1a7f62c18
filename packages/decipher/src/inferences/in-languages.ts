import { type Cipher, InvalidOptionError } from '@runnel/core'
import type { KeyFamily } from '../keys/key-family.ts'
import type { KeySpace } from '../keys/key-space.ts'
import type { Counts } from '../language/counts/counts.ts'
import { countsLanguageModel } from '../language/counts-language-model.ts'
import type { LanguageModel } from '../language/language-model.ts'
import { amongLanguages } from './among-languages.ts'
import type { EndingFinder, KeyFinder } from './key-finder.ts'
import type { LanguageChoice } from './language-choice.ts'

/** Options of a decipherer that say what it reads with. */
export interface LanguageMeans {
  readonly cipher: Cipher<unknown> | KeyFinder | EndingFinder
  readonly model?: LanguageModel
  readonly counts?: Counts
}

/**
 * The options `cipher`, `model` and `counts` of a decipherer of text in some languages, read by their counts: keys that are
 * listed are weighed in all of them, keys with a search of their own in one.
 *
 * @param cipher as `cipherNamed` gives it
 * @throws InvalidOptionError where several languages are given for keys with a search of their own
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { cipherNamed } from '@runnel/decipher/ciphers'
 * import { inLanguages, type LanguageChoice } from '@runnel/decipher/languages'
 * const make = (german: LanguageChoice) =>
 *   createDecipherer(inLanguages([german], cipherNamed('vigenere', undefined)))
 */
export const inLanguages = (
  languages: readonly LanguageChoice[],
  cipher: string | Cipher<unknown> | KeySpace | KeyFamily | KeyFinder | EndingFinder,
): LanguageMeans => {
  const isSearched = typeof cipher !== 'string' && ('prepare' in cipher || 'createInference' in cipher)
  if (!isSearched) return { cipher: amongLanguages(languages, cipher) }
  const [{ counts }, ...others] = languages.filter(({ alphabet }) => !alphabet)
  if (others.length === 0) return { cipher, model: countsLanguageModel(counts), counts }
  const codes = [...new Set(languages.map(({ code }) => code))].join()
  throw new InvalidOptionError('language', codes, `one language, with the cipher ${cipher.name}`)
}
