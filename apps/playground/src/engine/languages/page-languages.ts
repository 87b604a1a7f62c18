import { languageList } from '@runnel/models'

/** Codes of the languages that the page reads beside English. */
export const pageLanguages = (): string[] => Object.keys(languageList).filter((code) => code !== 'en')
