import { type Counts, loadCounts } from '@runnel/decipher'
import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'
import { ModelUnavailableError } from './model-shelf.ts'

/** Loads the search for a substitution from a deployment's static assets. @throws ModelUnavailableError */
export type SubstitutionLoader = (assets: Fetcher | undefined) => Promise<SubstitutionSearch>

/** Loads the search when it is first asked for; an isolate then keeps its 6 MB of tables. */
export const createSubstitutionLoader = (): SubstitutionLoader => {
  let loaded: SubstitutionSearch | undefined
  return async (assets) => {
    if (!loaded) {
      const [words, letters] = await Promise.all([
        countsFrom(assets, 'english-words'),
        countsFrom(assets, 'english-letters'),
      ])
      loaded ??= createSubstitutionSearch({ words, letters })
    }
    return loaded
  }
}

const countsFrom = async (assets: Fetcher | undefined, name: string): Promise<Counts> => {
  try {
    const response = await assets?.fetch(`https://assets.internal/models/${name}.counts`)
    if (!response?.ok) throw new Error(`the assets have no ${name}.counts`)
    return await loadCounts(await response.arrayBuffer())
  } catch (cause) {
    throw new ModelUnavailableError(name, cause)
  }
}
