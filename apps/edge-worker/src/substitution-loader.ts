import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'
import { assetCounts } from './asset-counts.ts'

/** Loads the search for a substitution from a deployment's static assets. @throws ModelUnavailableError */
export type SubstitutionLoader = (assets: Fetcher | undefined) => Promise<SubstitutionSearch>

/** Loads the search when it is first asked for; an isolate then keeps its 6 MB of tables. */
export const createSubstitutionLoader = (): SubstitutionLoader => {
  let loaded: SubstitutionSearch | undefined
  return async (assets) => {
    if (!loaded) {
      const [words, letters] = await Promise.all([
        assetCounts(assets, 'english-words'),
        assetCounts(assets, 'english-letters'),
      ])
      loaded ??= createSubstitutionSearch({ words, letters })
    }
    return loaded
  }
}
