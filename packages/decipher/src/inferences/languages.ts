export { amongLanguages, type LanguageChoice, type NamedAlphabet } from './among-languages.ts'
export { inLanguages, type LanguageMeans } from './in-languages.ts'
export { inOneLanguage } from './in-one-language.ts'
