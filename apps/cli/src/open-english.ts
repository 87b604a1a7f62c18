import { type Counts, loadCounts } from '@runnel/decipher'

/** The counts of English that searches take: of words with spaces between them, and of letters alone. */
export const openEnglish = async (): Promise<{ words: Counts; letters: Counts }> => {
  const [{ englishWords }, { englishLetters }] = await Promise.all([
    import('@runnel/models/english-words'),
    import('@runnel/models/english-letters'),
  ])
  const [words, letters] = await Promise.all([loadCounts(englishWords), loadCounts(englishLetters)])
  return { words, letters }
}
