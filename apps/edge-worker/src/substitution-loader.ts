import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'
import { languageList } from '@runnel/models'
import { assetCounts } from './asset-counts.ts'

/** Loads the search for a substitution in a language from a deployment's static assets. @throws ModelUnavailableError */
export type SubstitutionLoader = (
  language: string,
  assets: Fetcher | undefined,
) => Promise<SubstitutionSearch>

/** Languages that an isolate keeps the searches of: each has 6 MB of tables. */
const KEPT = 3

/** Loads each search when it is first asked for; those that were asked for last are kept. */
export const createSubstitutionLoader = (): SubstitutionLoader => {
  const loaded = new Map<string, SubstitutionSearch>()
  const load = async (language: string, assets: Fetcher | undefined): Promise<SubstitutionSearch> => {
    const name = languageList[language].name.toLowerCase()
    const forms = ['words', 'letters'].map((form) => assetCounts(assets, `${name}-${form}`))
    const [words, letters] = await Promise.all(forms)
    // Another request may have loaded it meanwhile.
    return loaded.get(language) ?? createSubstitutionSearch({ words, letters })
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
