import type { LanguageChoice } from '@runnel/decipher/languages'
import { countsNameOf, languageList } from '@runnel/models'
import { assetCounts } from './asset-counts.ts'

/**
 * Loads languages by their codes from a deployment's static assets.
 *
 * @param alphabet the letters that the cipher moves, where they are not a to z
 * @throws ModelUnavailableError
 */
export type LanguageLoader = (
  codes: readonly string[],
  assets: Fetcher | undefined,
  alphabet?: string,
) => Promise<LanguageChoice[]>

/** Loads each language when it is first asked for; an isolate then keeps it: a megabyte or two. */
export const createLanguageLoader = (): LanguageLoader => {
  const loaded = new Map<string, LanguageChoice>()
  const load = async (code: string, name: string, assets: Fetcher | undefined): Promise<LanguageChoice> => {
    const known = loaded.get(name)
    if (known) return known
    const { letters } = languageList[code]
    const choice = { code, letters, counts: await assetCounts(assets, name) }
    loaded.set(name, choice)
    return choice
  }
  return (codes, assets, alphabet) =>
    Promise.all(codes.map((code) => load(code, countsNameOf(code, alphabet), assets)))
}
