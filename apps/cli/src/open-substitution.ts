import { loadCounts } from '@runnel/decipher'
import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'

/** A search for a substitution in English, with the counts that ship: letters that are known, words that are to occur. */
export const openSubstitution = async ({
  known = '',
  crib = '',
}: {
  /** Such as `X=e,Q=u`. */
  known?: string | undefined
  /** Such as `BREAD,RIVER`. */
  crib?: string | undefined
}): Promise<SubstitutionSearch> => {
  const [{ englishWords }, { englishLetters }] = await Promise.all([
    import('@runnel/models/english-words'),
    import('@runnel/models/english-letters'),
  ])
  const [words, letters] = await Promise.all([loadCounts(englishWords), loadCounts(englishLetters)])
  return createSubstitutionSearch({ words, letters }).knowing(known).expecting(crib)
}
