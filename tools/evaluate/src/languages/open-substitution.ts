import { loadCounts } from '@runnel/decipher'
import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'
import { findLanguage } from '@runnel/models/languages'

/** The search for a substitution in a language that has the counts. @param width partial keys; as usual unless given */
export const openSubstitution = async (code: string, width?: number): Promise<SubstitutionSearch> => {
  const { name, letters: alphabet, substitutionCounts } = findLanguage(code)
  if (!substitutionCounts) throw new Error(`no counts for a substitution in ${name}`)
  const [words, letters] = await Promise.all((await substitutionCounts()).map((counts) => loadCounts(counts)))
  return createSubstitutionSearch({ words, letters, alphabet, ...(width !== undefined && { width }) })
}
