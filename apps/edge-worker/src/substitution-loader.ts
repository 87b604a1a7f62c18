import {
  createLexicon,
  createSubstitutionSearch,
  type SubstitutionSearch,
} from '@runnel/decipher/substitution'
import { languageList } from '@runnel/models'
import { assetWords } from './asset-counts.ts'
import { createSearchLoader, type ListLoader, type SearchLoader } from './search-loader.ts'

/** Loads searches for a substitution. */
export type SubstitutionLoader = SearchLoader<SubstitutionSearch>

/** Words of English alone ship. */
const listOf: ListLoader = async (language, assets) =>
  language === 'en' ? assetWords(assets, 'english-key-words') : undefined

/** Makes one. Words have a say in text without spaces alone. */
export const createSubstitutionLoader = (): SubstitutionLoader =>
  createSearchLoader(
    (counts, language, list) =>
      createSubstitutionSearch({
        ...counts,
        alphabet: languageList[language].letters,
        ...(list ? { lexicon: createLexicon(list, { spaceless: true }) } : {}),
      }),
    listOf,
  )
