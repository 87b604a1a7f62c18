import { loadCounts } from '@runnel/decipher'
import { keyFinders } from '@runnel/decipher/ciphers'
import { inLanguages } from '@runnel/decipher/languages'
import { openAuto } from './auto-search.ts'
import { countedSearches } from './counted-searches.ts'
import { everyCipherOf, letterCipherOf } from './known-ciphers.ts'
import { narrowSearch } from './narrowed-search.ts'
import type { Search } from './search.ts'

// Of the same chunk as the searches, which comes after the model anyway.
export { everyCipherOf, inLanguages, letterCipherOf, narrowSearch, openAuto }

/** Opens the search for the keys of a cipher. @param files the counts that it is made of @throws ModelFormatError */
export const openSearch = async (cipher: string, files: readonly ArrayBuffer[]): Promise<Search> =>
  Object.hasOwn(countedSearches, cipher)
    ? countedSearches[cipher](await Promise.all(files.map((file) => loadCounts(file))))
    : keyFinders[cipher]()
