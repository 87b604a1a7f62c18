import { InvalidOptionError } from '@runnel/core'
import { loadCounts } from '@runnel/decipher'
import { createSubstitutionSearch, type SubstitutionSearch } from '@runnel/decipher/substitution'
import { findLanguage } from '@runnel/models/languages'

/** A search for a substitution with the counts that ship: letters that are known, words that are to occur. */
export const openSubstitution = async ({
  known = '',
  crib = '',
  language = 'en',
}: {
  /** Such as `X=e,Q=u`. */
  known?: string | undefined
  /** Such as `BREAD,RIVER`. */
  crib?: string | undefined
  /** Code of a language that the counts ship of. */
  language?: string | undefined
}): Promise<SubstitutionSearch> => {
  const pair = await findLanguage(language).substitutionCounts?.()
  if (!pair)
    throw new InvalidOptionError('language', language, 'a language that substitutions are searched in')
  const [words, letters] = await Promise.all(pair.map((counts) => loadCounts(counts)))
  return createSubstitutionSearch({ words, letters }).knowing(known).expecting(crib)
}
