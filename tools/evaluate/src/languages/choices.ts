import { loadCounts } from '@runnel/decipher'
import type { LanguageChoice } from '@runnel/decipher/languages'
import { languageVariants } from '@runnel/models'
import { findLanguage } from '@runnel/models/languages'

/** A language that ships, with its counts: those of its own letters, where ciphers move these. */
export const choiceOf = async (code: string, alphabet?: string): Promise<LanguageChoice> => {
  const { letters, counts } = findLanguage(code, alphabet)
  return { code, letters, counts: await loadCounts(await counts()) }
}

/** The same of every language that is given, and of each alphabet that its ciphers may move. */
export const choicesOf = (codes: readonly string[]): Promise<LanguageChoice[]> =>
  Promise.all(
    languageVariants(codes).map(async (variant) => ({
      ...(await choiceOf(variant.code, variant.alphabet?.letters)),
      ...variant,
    })),
  )
