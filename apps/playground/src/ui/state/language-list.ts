import { modelFiles } from 'virtual:model-files'
import { LATIN } from '@runnel/core'
import { alphabets } from '@runnel/core/alphabets'

/** A language that text may be read as, and the letters that its ciphers move. */
export interface ReadLanguage {
  /** Tells it from others: its code, and the alphabet's where its ciphers move other letters than a to z. */
  readonly id: string
  /** Undefined for English. */
  readonly language: string | undefined
  /** Undefined for a to z. */
  readonly letters: string | undefined
  readonly name: string
}

/** Languages whose counts stand for another one's letters, by its code. */
const sameAs: { readonly [code: string]: string } = { da: 'no' }

/**
 * Every language that text may be read as, from the lists of the packages: each over a to z, where it is written in Latin letters,
 * and over every alphabet of its own.
 */
export const readLanguages = (): readonly ReadLanguage[] => {
  const names = new Intl.DisplayNames('en', { type: 'language' })
  const codes = ['en', ...Object.keys(modelFiles.languages)]
  const own = Object.entries(alphabets).filter(([, { letters }]) => letters !== LATIN)
  return codes.flatMap((code) => {
    const language = code === 'en' ? undefined : code
    const over = own
      .filter(
        ([alphabet]) =>
          (sameAs[alphabet] ?? alphabet.split('-')[0]) === code && !Object.hasOwn(sameAs, alphabet),
      )
      .map(([alphabet, { name, letters }]) => ({
        id: `${code} ${alphabet}`,
        language,
        letters,
        name: name.replace(/\d$/, '$& letters'),
      }))
    const isLatin = over.length === 0 || over.some(({ letters }) => letters.includes('a'))
    return [
      ...(isLatin ? [{ id: code, language, letters: undefined, name: names.of(code) ?? code }] : []),
      ...over,
    ]
  })
}

/** The languages in whose letters a text is written that are not only a to z, where it has some of these. */
export const languagesOf = (text: string): readonly ReadLanguage[] => {
  const signs = [...text.slice(0, LOOKED_AT).toLowerCase()].filter((sign) => /\p{L}/u.test(sign))
  if (signs.every((sign) => LATIN.includes(sign))) return []
  const share = (letters: string): number =>
    signs.filter((sign) => letters.includes(sign) || letters.includes(unmarked(sign))).length / signs.length
  return readLanguages()
    .filter(
      ({ letters }) =>
        letters !== undefined &&
        share(letters) > MOSTLY &&
        signs.some((sign) => !LATIN.includes(sign) && letters.includes(sign)),
    )
    .sort((a, b) => share(b.letters ?? '') - share(a.letters ?? ''))
}

/** The letter below marks that make no letter of their own, as in ή, and the σ that ς is at the end of a word. */
const unmarked = (letter: string): string => letter.normalize('NFD')[0].toUpperCase().toLowerCase()

/** Share of a text's letters that a language has to have. */
const MOSTLY = 0.9

/** UTF-16 units of a text whose letters are looked at. */
const LOOKED_AT = 2000
