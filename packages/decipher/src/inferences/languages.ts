export { amongLanguages, type LanguageChoice } from './among-languages.ts'
export { inLanguages, type LanguageMeans } from './in-languages.ts'
