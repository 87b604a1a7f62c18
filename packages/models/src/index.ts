export { catalog, findModel } from './catalog.ts'
export { countsCatalog, findCounts } from './counts-catalog.ts'
export {
  countsNameOf,
  type LanguageVariant,
  languageCodes,
  languageLetters,
  languageVariants,
  listedLetters,
  type NamedLanguages,
  substitutionLanguage,
} from './language-codes.ts'
export { type ListedLanguage, languageList, languagesByScript, type OwnLetters } from './language-list.ts'
export { type ListedNet, netList } from './net-list.ts'
