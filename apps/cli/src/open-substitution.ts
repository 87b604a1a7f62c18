import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'
import { openEnglish } from './open-english.ts'

/** A search for a substitution in English, with the counts that ship: letters that are known, words that are to occur. */
export const openSubstitution = async ({
  known = '',
  crib = '',
}: {
  /** Such as `X=e,Q=u`. */
  known?: string | undefined
  /** Such as `BREAD,RIVER`. */
  crib?: string | undefined
}): Promise<SubstitutionSearch> =>
  createSubstitutionSearch(await openEnglish())
    .knowing(known)
    .expecting(crib)
