import { languageList } from '@runnel/models'

/** Codes of the languages that the page reads beside English: those in the letters that its parts are made for. */
export const pageLanguages = (): string[] =>
  Object.keys(languageList).filter((code) => code !== 'en' && languageList[code].letters === undefined)
