import type { Counts } from '@runnel/decipher'
import type { WordList } from '@runnel/decipher/ciphers'
import { languageList } from '@runnel/models'
import { assetCounts } from './asset-counts.ts'

/** Loads a search for the keys of a cipher, in a language, from a deployment's static assets. @throws ModelUnavailableError */
export type SearchLoader<Search> = (language: string, assets: Fetcher | undefined) => Promise<Search>

/** Languages that an isolate keeps the searches of: each has 10 MB of tables. */
const KEPT = 3

/** A list of words of a language, from a deployment's static assets, where there is one. */
export type ListLoader = (language: string, assets: Fetcher | undefined) => Promise<WordList | undefined>

const noList: ListLoader = async () => undefined

/** Loads each search when it is first asked for, by the counts of its language; those that were asked for last are kept. */
export const createSearchLoader = <Search>(
  make: (counts: { words: Counts; letters: Counts }, language: string, list: WordList | undefined) => Search,
  listOf: ListLoader = noList,
): SearchLoader<Search> => {
  const loaded = new Map<string, Search>()
  const load = async (language: string, assets: Fetcher | undefined): Promise<Search> => {
    const name = languageList[language].name.toLowerCase()
    const [words, letters, list] = await Promise.all([
      assetCounts(assets, `${name}-words`),
      assetCounts(assets, `${name}-letters`),
      listOf(language, assets),
    ])
    // Another request may have loaded it meanwhile.
    return loaded.get(language) ?? make({ words, letters }, language, list)
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
