import { amongLanguages } from './among-languages.ts'
import { createAuto } from './auto.ts'
import { inOneLanguage } from './in-one-language.ts'
import type { EndingFinder, Finding, KeyFinder } from './key-finder.ts'
import type { LanguageChoice } from './language-choice.ts'
import { perScript } from './per-script.ts'

/** Choices of keys in languages. */
export interface AutoAmongOptions {
  /** Name of the keys that are weighed from the first letter on; `'auto'` unless given. */
  readonly listed?: string
  /** As of `createAuto`. */
  readonly trial?: number | undefined
}

/**
 * All keys that can be listed, of text in one language or several, and where they fail those that have to be sought in each of
 * them: `createAuto` for text that need not be English. Languages that fall too far behind are let go.
 *
 * @param soughtIn the searches in a language, which sleep as long as listed keys explain the text
 * @throws InvalidOptionError when no language is given, or one twice
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { keyFinders } from '@runnel/decipher/ciphers'
 * import { autoAmongLanguages, type LanguageChoice } from '@runnel/decipher/languages'
 * const make = (languages: readonly LanguageChoice[]) => {
 *   const soughtIn = ({ letters }: LanguageChoice) => [keyFinders.vigenere({ letters })]
 *   return createDecipherer({ cipher: autoAmongLanguages(languages, soughtIn) })
 * }
 */
export const autoAmongLanguages = (
  languages: readonly LanguageChoice[],
  soughtIn: (language: LanguageChoice) => readonly KeyFinder<Finding>[],
  { listed = 'auto', trial }: AutoAmongOptions = {},
): KeyFinder | EndingFinder =>
  perScript(languages, (own) => {
    const beyond = own
      .filter(({ alphabet }) => !alphabet)
      .flatMap((language) => soughtIn(language).map((finder) => inOneLanguage(language, finder)))
    return createAuto({ listed: amongLanguages(own, listed), beyond, trial })
  })
