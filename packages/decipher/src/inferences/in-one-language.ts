import { countsLanguageModel } from '../language/counts-language-model.ts'
import type { Finding, KeyFinder } from './key-finder.ts'
import type { LanguageChoice } from './language-choice.ts'

/** A search for the keys of text in one language, which it tells, whatever the language of those beside it. */
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
