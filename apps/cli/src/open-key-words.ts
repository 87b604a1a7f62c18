import { loadCounts } from '@runnel/decipher'
import { loadWords, type PeriodicOptions } from '@runnel/decipher/ciphers'

/** English words that keys which repeat may be, and counts for text without spaces. */
export const openKeyWords = async (): Promise<PeriodicOptions> => {
  const [{ englishKeyWords }, { englishWordsLarge }] = await Promise.all([
    import('@runnel/models/english-key-words'),
    import('@runnel/models/english-words-large'),
  ])
  return { words: await loadWords(englishKeyWords), spaceless: await loadCounts(englishWordsLarge) }
}
