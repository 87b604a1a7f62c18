import { loadWords } from '@runnel/decipher/ciphers'
import {
  createLexicon,
  createSubstitutionSearch,
  type SubstitutionOptions,
  type SubstitutionSearch,
} from '@runnel/decipher/substitution'
import { findLanguage } from '@runnel/models/languages'
import { openLetterCounts } from './open-letter-counts.ts'

/** Partial keys, and the same where the cipher is named: ten times as many for the first letters, some 10 ms each. */
const [WIDTH, WIDE] = [10_000, 100_000]

/** A search for a substitution with the counts that ship: letters that are known, words that are to occur. */
export const openSubstitution = async ({
  known = '',
  crib = '',
  language = 'en',
  letters = findLanguage(language).letters,
  isNamed = false,
  width = isNamed ? WIDE : WIDTH,
}: {
  /** Such as `X=e,Q=u`. */
  known?: string | undefined
  /** Such as `BREAD,RIVER`. */
  crib?: string | undefined
  /** Code of a language that the counts ship of. */
  language?: string | undefined
  /** Those that the cipher moves, where they are not those of the language. */
  letters?: string | undefined
  /** Whether the cipher is named, and not one of many that are tried. */
  isNamed?: boolean
  /** Partial keys at the most. */
  width?: number
}): Promise<SubstitutionSearch> =>
  createSubstitutionSearch({
    ...(await openLetterCounts(language, isNamed, letters)),
    ...(await openLexicon(language)),
    alphabet: letters,
    width,
  })
    .knowing(known)
    .expecting(crib)

/** The words of a language, where a list of them ships. */
const openLexicon = async (language: string): Promise<Pick<SubstitutionOptions, 'lexicon'>> => {
  if (language !== 'en') return {}
  const { englishKeyWords } = await import('@runnel/models/english-key-words')
  return { lexicon: createLexicon(await loadWords(englishKeyWords)) }
}
