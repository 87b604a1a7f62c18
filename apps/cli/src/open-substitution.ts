import { loadCounts } from '@runnel/decipher'
import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'

/** The search for a substitution in English, with the counts that ship, and letters that are known, such as `X=e,Q=u`. */
export const openSubstitution = async (known = ''): Promise<SubstitutionSearch> => {
  const [{ englishWords }, { englishLetters }] = await Promise.all([
    import('@runnel/models/english-words'),
    import('@runnel/models/english-letters'),
  ])
  const [words, letters] = await Promise.all([loadCounts(englishWords), loadCounts(englishLetters)])
  return createSubstitutionSearch({ words, letters }).knowing(known)
}
