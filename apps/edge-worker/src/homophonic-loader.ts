import { createHomophonicSearch, type HomophonicSearch } from '@runnel/decipher/homophonic'
import { createSearchLoader, type SearchLoader } from './search-loader.ts'
import { HOMOPHONIC_BUDGET } from './work/constants.ts'

/** Loads searches for a homophonic substitution. */
export type HomophonicLoader = SearchLoader<HomophonicSearch>

/** Makes one, of searches that take no longer than a turn may. */
export const createHomophonicLoader = (): HomophonicLoader =>
  createSearchLoader((counts) => createHomophonicSearch({ ...counts, ...HOMOPHONIC_BUDGET }))
