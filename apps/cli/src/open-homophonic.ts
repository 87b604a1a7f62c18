import type { EndingFinder } from '@runnel/decipher/ciphers'
import { createHomophonicSearch } from '@runnel/decipher/homophonic'
import { openEnglish } from './open-english.ts'

/** A search for a homophonic substitution in English, with the counts that ship. */
export const openHomophonic = async (): Promise<EndingFinder> => createHomophonicSearch(await openEnglish())
