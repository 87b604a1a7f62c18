import type { DecipherOptions, KeySpace } from '@runnel/decipher'
import { createAuto } from '@runnel/decipher/auto'
import { type KeyFinder, keyFinders } from '@runnel/decipher/ciphers'
import { autoAmongLanguages, type LanguageChoice } from '@runnel/decipher/languages'
import type { Search } from './search.ts'

/** The meaning of `auto` once searches have come. */
export interface AutoSearch {
  /** Every listed key, and where they fail keys that are sought. */
  readonly all: KeyFinder
  /** The search that can be told letters and words, where its counts have come. */
  readonly told: Search | undefined
  /** Names of the ciphers whose keys are sought. */
  readonly sought: readonly string[]
  /** Some of the listed keys, and where they fail those of one search. */
  beside(listed: KeySpace, search: Search): KeyFinder
}

/** Ciphers whose keys repeat that are sought though none is named. */
const repeating = ['vigenere', 'beaufort']

/** The meaning of `auto` in a language other than English. @param substitution its search, where there is one */
export const openAutoIn = (
  language: LanguageChoice,
  substitution?: Search,
): NonNullable<DecipherOptions['cipher']> =>
  autoAmongLanguages([language], ({ letters }) => [
    ...repeating.map((name) => keyFinders[name]({ letters })),
    ...(substitution ? [substitution] : []),
  ])

/** Opens the searches that `auto` stands for. @param told the search that can be told letters, where it has come */
export const openAuto = (told?: Search): AutoSearch => ({
  all: createAuto({ beyond: [...repeating.map((name) => keyFinders[name]()), ...(told ? [told] : [])] }),
  told,
  sought: [...repeating, ...(told ? [told.name] : [])],
  beside: (listed, search) => createAuto({ listed, beyond: [search] }),
})
