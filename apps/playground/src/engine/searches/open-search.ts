import { loadCounts } from '@runnel/decipher'
import { cipherNamed } from '@runnel/decipher/ciphers'
import { inLanguages } from '@runnel/decipher/languages'
import { openAuto, openAutoIn } from './auto-search.ts'
import { countedSearches } from './counted-searches.ts'
import { everyCipherOf, keyedCipherOf, letterCipherOf } from './known-ciphers.ts'
import { narrowSearch } from './narrowed-search.ts'
import type { Search } from './search.ts'

// Of the same chunk as the searches, which comes after the model anyway.
export { everyCipherOf, inLanguages, keyedCipherOf, letterCipherOf, narrowSearch, openAuto, openAutoIn }

/**
 * Opens the search for the keys of a cipher.
 *
 * @param files the counts that it is made of
 * @param letters those that the cipher moves; its own unless given
 * @throws ModelFormatError; InvalidOptionError on a cipher whose keys are not found over other letters
 */
export const openSearch = async (
  cipher: string,
  files: readonly ArrayBuffer[],
  letters?: string,
): Promise<Search> =>
  letters === undefined && Object.hasOwn(countedSearches, cipher)
    ? countedSearches[cipher](await Promise.all(files.map((file) => loadCounts(file))))
    : (cipherNamed(cipher, undefined, letters) as Search)
