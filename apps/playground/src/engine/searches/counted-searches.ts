import type { Counts } from '@runnel/decipher'
import type { KeyFinder } from '@runnel/decipher/ciphers'
import { createSubstitutionSearch } from '@runnel/decipher/substitution'

/** Makes the searches that need counts of their own, by the name of their cipher: see `searchCounts`. */
export const countedSearches: { readonly [cipher: string]: (counts: readonly Counts[]) => KeyFinder } = {
  substitution: ([words, letters]) => createSubstitutionSearch({ words, letters }),
}
