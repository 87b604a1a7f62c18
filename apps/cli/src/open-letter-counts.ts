import { InvalidOptionError } from '@runnel/core'
import { type Counts, loadCounts } from '@runnel/decipher'
import { findLanguage } from '@runnel/models/languages'

/** Counts that searches for substitutions take: of words with spaces between them, and of letters alone. */
export interface LetterCounts {
  readonly words: Counts
  readonly letters: Counts
}

/**
 * The counts of a language that ship for them, or the larger ones where there are some.
 *
 * @param moved letters that the cipher moves: where they are the language's own, so are the counts
 * @throws InvalidOptionError where none do
 */
export const openLetterCounts = async (
  language = 'en',
  isLarge = false,
  moved?: string,
): Promise<LetterCounts> => {
  const { substitutionCounts, largeSubstitutionCounts } = findLanguage(language, moved)
  const pair = await ((isLarge && largeSubstitutionCounts) || substitutionCounts)?.()
  if (!pair)
    throw new InvalidOptionError('language', language, 'a language that substitutions are searched in')
  const [words, letters] = await Promise.all(pair.map((counts) => loadCounts(counts)))
  return { words, letters }
}
