import type { Counts } from '@runnel/decipher'
import { languageList } from '@runnel/models'
import { assetCounts } from './asset-counts.ts'

/** Loads a search for the keys of a cipher, in a language, from a deployment's static assets. @throws ModelUnavailableError */
export type SearchLoader<Search> = (language: string, assets: Fetcher | undefined) => Promise<Search>

/** Languages that an isolate keeps the searches of: each has 10 MB of tables. */
const KEPT = 3

/** Loads each search when it is first asked for, by the counts of its language; those that were asked for last are kept. */
export const createSearchLoader = <Search>(
  make: (counts: { words: Counts; letters: Counts }) => Search,
): SearchLoader<Search> => {
  const loaded = new Map<string, Search>()
  const load = async (language: string, assets: Fetcher | undefined): Promise<Search> => {
    const name = languageList[language].name.toLowerCase()
    const forms = ['words', 'letters'].map((form) => assetCounts(assets, `${name}-${form}`))
    const [words, letters] = await Promise.all(forms)
    // Another request may have loaded it meanwhile.
    return loaded.get(language) ?? make({ words, letters })
  }
  return async (language, assets) => {
    const search = loaded.get(language) ?? (await load(language, assets))
    // The one that was asked for last comes last.
    loaded.delete(language)
    loaded.set(language, search)
    for (const oldest of loaded.keys()) if (loaded.size > KEPT) loaded.delete(oldest)
    return search
  }
}
