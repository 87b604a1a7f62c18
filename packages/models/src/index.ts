export { catalog, findModel } from './catalog.ts'
export { countsCatalog, findCounts } from './counts-catalog.ts'
export {
  languageCodes,
  languageLetters,
  type NamedLanguages,
  substitutionLanguage,
} from './language-codes.ts'
export { type ListedLanguage, languageList } from './language-list.ts'
