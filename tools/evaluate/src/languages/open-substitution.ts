import { loadCounts } from '@runnel/decipher'
import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'
import { findLanguage } from '@runnel/models/languages'

/** The search for a substitution in a language that has the counts. */
export const openSubstitution = async (code: string): Promise<SubstitutionSearch> => {
  const { name, substitutionCounts } = findLanguage(code)
  if (!substitutionCounts) throw new Error(`no counts for a substitution in ${name}`)
  const [words, letters] = await Promise.all((await substitutionCounts()).map((counts) => loadCounts(counts)))
  return createSubstitutionSearch({ words, letters })
}
