import { type Counts, loadCounts } from '@runnel/decipher'
import { loadWords } from '@runnel/decipher/ciphers'
import {
  createLexicon,
  createSubstitutionSearch,
  type SubstitutionSearch,
} from '@runnel/decipher/substitution'
import { englishKeyWords } from '@runnel/models/english-key-words'
import { englishLetters } from '@runnel/models/english-letters'
import { englishLettersLarge } from '@runnel/models/english-letters-large'
import { englishWords } from '@runnel/models/english-words'
import { englishWordsLarge } from '@runnel/models/english-words-large'

/** Partial keys of the service and the page, and of the command line where the cipher is named. */
const [WIDTH, WIDE] = [10_000, 100_000]

/** The counts of a search, the usual ones or the larger ones. */
export const openLetterCounts = async (
  isLarge: boolean,
): Promise<{ readonly words: Counts; readonly letters: Counts }> => ({
  words: await loadCounts(isLarge ? englishWordsLarge : englishWords),
  letters: await loadCounts(isLarge ? englishLettersLarge : englishLetters),
})

/**
 * A search as the command line has it where the cipher is named, or else as the service does, which knows words of
 * text without spaces alone.
 */
export const openSearch = async ({
  isLarge,
  knowsWords = isLarge,
  width = isLarge ? WIDE : WIDTH,
}: {
  readonly isLarge: boolean
  readonly knowsWords?: boolean
  readonly width?: number | undefined
}): Promise<SubstitutionSearch> =>
  createSubstitutionSearch({
    ...(await openLetterCounts(isLarge)),
    lexicon: createLexicon(await loadWords(englishKeyWords), { spaceless: !knowsWords }),
    width,
  })
