import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'
import { createSearchLoader, type SearchLoader } from './search-loader.ts'

/** Loads searches for a substitution. */
export type SubstitutionLoader = SearchLoader<SubstitutionSearch>

/** Makes one. */
export const createSubstitutionLoader = (): SubstitutionLoader => createSearchLoader(createSubstitutionSearch)
