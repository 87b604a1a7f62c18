export { amongLanguages } from './among-languages.ts'
export { type AutoAmongOptions, autoAmongLanguages } from './auto-among-languages.ts'
export { inLanguages, type LanguageMeans } from './in-languages.ts'
export type { LanguageChoice, NamedAlphabet } from './language-choice.ts'
