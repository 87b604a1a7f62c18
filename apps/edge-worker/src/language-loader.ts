import type { LanguageChoice } from '@runnel/decipher/languages'
import { languageList } from '@runnel/models'
import { assetCounts } from './asset-counts.ts'

/** Loads languages by their codes from a deployment's static assets. @throws ModelUnavailableError */
export type LanguageLoader = (
  codes: readonly string[],
  assets: Fetcher | undefined,
) => Promise<LanguageChoice[]>

/** Loads each language when it is first asked for; an isolate then keeps it: a megabyte or two. */
export const createLanguageLoader = (): LanguageLoader => {
  const loaded = new Map<string, LanguageChoice>()
  const load = async (code: string, assets: Fetcher | undefined): Promise<LanguageChoice> => {
    const known = loaded.get(code)
    if (known) return known
    const { name, letters } = languageList[code]
    const choice = { code, letters, counts: await assetCounts(assets, `${name.toLowerCase()}-counts`) }
    loaded.set(code, choice)
    return choice
  }
  return (codes, assets) => Promise.all(codes.map((code) => load(code, assets)))
}
