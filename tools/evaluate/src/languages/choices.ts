import { loadCounts } from '@runnel/decipher'
import type { LanguageChoice } from '@runnel/decipher/languages'
import { findLanguage } from '@runnel/models/languages'

/** A language that ships, with its counts. */
export const choiceOf = async (code: string): Promise<LanguageChoice> => {
  const { letters, counts } = findLanguage(code)
  return { code, letters, counts: await loadCounts(await counts()) }
}
