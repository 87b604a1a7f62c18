import type { EndingFinder } from '@runnel/decipher/ciphers'
import { createHomophonicSearch } from '@runnel/decipher/homophonic'
import { openLetterCounts } from './open-letter-counts.ts'

/** A search for a homophonic substitution, with the counts that ship of a language. */
export const openHomophonic = async (language: string | undefined): Promise<EndingFinder> =>
  createHomophonicSearch(await openLetterCounts(language))
