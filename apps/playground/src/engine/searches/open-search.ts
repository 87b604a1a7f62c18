import { loadCounts } from '@runnel/decipher'
import { createAuto } from '@runnel/decipher/auto'
import { type KeyFinder, keyFinders } from '@runnel/decipher/ciphers'
import { inLanguages } from '@runnel/decipher/languages'
import { countedSearches } from './counted-searches.ts'

// Of the same chunk as the searches, which comes after the model anyway.
export { inLanguages }

/** A search for keys that cannot be listed. */
export interface Search extends KeyFinder {
  /** The same search where letters are known, where it can use them. @throws InvalidOptionError on a contradiction */
  knowing?(letters: Readonly<Record<string, string>>): Search
}

/** Opens the search for the keys of a cipher. @param files the counts that it is made of @throws ModelFormatError */
export const openSearch = async (cipher: string, files: readonly ArrayBuffer[]): Promise<Search> =>
  Object.hasOwn(countedSearches, cipher)
    ? countedSearches[cipher](await Promise.all(files.map((file) => loadCounts(file))))
    : keyFinders[cipher]()

/** Every listed key, and where they fail keys that repeat: what `auto` stands for once this has come. */
export const openAuto = (): KeyFinder =>
  createAuto({ beyond: [keyFinders.vigenere(), keyFinders.beaufort()] })
