import { type Counts, loadCounts } from '@runnel/decipher'
import { loadWords, type PeriodicOptions } from '@runnel/decipher/ciphers'

/** Counts of English words, by which text whose keys are sought is weighed too. */
export const openSpaceless = async (): Promise<Counts> => {
  const { englishWordsLarge } = await import('@runnel/models/english-words-large')
  return loadCounts(englishWordsLarge)
}

/** The same, and English words that keys which repeat may be. */
export const openKeyWords = async (): Promise<PeriodicOptions> => {
  const { englishKeyWords } = await import('@runnel/models/english-key-words')
  return { words: await loadWords(englishKeyWords), spaceless: await openSpaceless() }
}
