import { loadCounts } from '@runnel/decipher'
import type { LanguageChoice } from '@runnel/decipher/languages'
import { findLanguage } from '@runnel/models/languages'

/** A language that ships, with its counts: those of its own letters, where ciphers move these. */
export const choiceOf = async (code: string, alphabet?: string): Promise<LanguageChoice> => {
  const { letters, counts } = findLanguage(code, alphabet)
  return { code, letters, counts: await loadCounts(await counts()) }
}
