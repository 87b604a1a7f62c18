import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'
import { openLetterCounts } from './open-letter-counts.ts'

/** A search for a substitution with the counts that ship: letters that are known, words that are to occur. */
export const openSubstitution = async ({
  known = '',
  crib = '',
  language,
}: {
  /** Such as `X=e,Q=u`. */
  known?: string | undefined
  /** Such as `BREAD,RIVER`. */
  crib?: string | undefined
  /** Code of a language that the counts ship of. */
  language?: string | undefined
}): Promise<SubstitutionSearch> =>
  createSubstitutionSearch(await openLetterCounts(language))
    .knowing(known)
    .expecting(crib)
