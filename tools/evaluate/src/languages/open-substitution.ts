import { loadCounts } from '@runnel/decipher'
import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'
import { findLanguage } from '@runnel/models/languages'

/** The search for a substitution in a language that has the counts. @param width partial keys; as usual unless given */
export const openSubstitution = async (
  code: string,
  { width, alphabet }: { readonly width?: number | undefined; readonly alphabet?: string | undefined } = {},
): Promise<SubstitutionSearch> => {
  const { name, letters: own, substitutionCounts } = findLanguage(code, alphabet)
  if (!substitutionCounts) throw new Error(`no counts for a substitution in ${name}`)
  const [words, letters] = await Promise.all((await substitutionCounts()).map((counts) => loadCounts(counts)))
  return createSubstitutionSearch({
    words,
    letters,
    alphabet: alphabet ?? own,
    ...(width !== undefined && { width }),
  })
}
