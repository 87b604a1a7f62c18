import { dasher, readNovels, udhr } from '@runnel/corpus'

/** Languages of which prose is at hand, by code. */
export const foreignLanguages = ['de', 'fr', 'pl', 'fi', 'tr'] as const

/** Code of a language other than English. */
export type ForeignLanguage = (typeof foreignLanguages)[number]

/** Where prose is taken from. */
export interface ForeignSource {
  /** Folder of novels (`--texts`). */
  folder: string | undefined
  /** True gives text that constants may be chosen on, of other authors or from another half. */
  tuning: boolean
}

/** Characters of novels that constants are chosen on; there are eleven million. */
const TUNING = 1_000_000

/**
 * Prose in a language: novels where there are some, else the declaration of human rights and what Dasher brings.
 *
 * @throws Error where novels are asked for and no folder is given
 */
export const readForeign = (language: ForeignLanguage, { folder, tuning }: ForeignSource): string => {
  if (language === 'fi' || language === 'tr') {
    const text = `${udhr(language === 'fi' ? 'fin' : 'tur').read()}\n\n${dasher(language).read()}`
    const middle = text.indexOf('\n', text.length / 2)
    return tuning ? text.slice(0, middle) : text.slice(middle + 1)
  }
  if (folder === undefined) throw new Error(`novels (${language}) are in a folder: --texts FOLDER says where`)
  return tuning
    ? readNovels(`${language}-train`, folder).slice(0, TUNING)
    : readNovels(`${language}-test`, folder)
}

/** Names of the languages in English. */
export const languageNames: Readonly<Record<ForeignLanguage, string>> = {
  de: 'German',
  fr: 'French',
  pl: 'Polish',
  fi: 'Finnish',
  tr: 'Turkish',
}
