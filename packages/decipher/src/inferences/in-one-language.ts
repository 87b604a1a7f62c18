import { countsLanguageModel } from '../language/counts-language-model.ts'
import type { Finding, KeyFinder } from './key-finder.ts'
import type { LanguageChoice } from './language-choice.ts'

/**
 * A search for the keys of text in one language, which it tells: for the searches of `createAuto`, whatever the language of
 * the keys that are listed beside it.
 *
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { createAuto } from '@runnel/decipher/auto'
 * import { keyFinders } from '@runnel/decipher/ciphers'
 * import { amongLanguages, inOneLanguage, type LanguageChoice } from '@runnel/decipher/languages'
 * const make = (german: LanguageChoice) => {
 *   const beyond = [inOneLanguage(german, keyFinders.vigenere())]
 *   return createDecipherer({ cipher: createAuto({ listed: amongLanguages([german]), beyond }) })
 * }
 */
export const inOneLanguage = (
  { code, counts }: LanguageChoice,
  finder: KeyFinder<Finding>,
): KeyFinder<Finding> => ({
  ...finder,
  prepare: (means) => ({
    ...finder.prepare({ ...means, model: countsLanguageModel(counts), counts }),
    code,
  }),
})
