import { searchCounts } from '../searches/search-files.ts'
import { fetchWhole, type ModelFiles } from './model-files.ts'

/** The counts of a cipher's search, fetched whole, in the order in which it takes them; none where it needs none. */
export const fetchSearchCounts = async ({ counts }: ModelFiles, cipher: string): Promise<ArrayBuffer[]> => {
  const names = Object.hasOwn(searchCounts, cipher) ? searchCounts[cipher] : []
  return Promise.all(names.map((name) => fetchWhole(counts[name])))
}

/** Whether the search for a cipher's keys needs counts of its own. */
export const needsCounts = (cipher: string): boolean => Object.hasOwn(searchCounts, cipher)
