import { loadWords, type WordList } from '@runnel/decipher/ciphers'

/** English words that keys are likely to be. */
export const openKeyWords = async (): Promise<WordList> =>
  loadWords((await import('@runnel/models/english-key-words')).englishKeyWords)
