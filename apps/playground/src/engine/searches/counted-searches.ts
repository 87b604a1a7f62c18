import type { Counts } from '@runnel/decipher'
import { createSubstitutionSearch } from '@runnel/decipher/substitution'
import type { Search } from './search.ts'

/** Makes the searches that need counts of their own, by the name of their cipher: see `searchCounts`. */
export const countedSearches: { readonly [cipher: string]: (counts: readonly Counts[]) => Search } = {
  substitution: ([words, letters]) => createSubstitutionSearch({ words, letters }),
}
