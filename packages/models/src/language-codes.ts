import { InvalidOptionError, LATIN } from '@runnel/core'
import { alphabets, findLetters } from '@runnel/core/alphabets'
import { languageList } from './language-list.ts'

/** Languages and an alphabet as people name them. */
export interface NamedLanguages {
  /** Codes with commas between, or `auto` for all; the language of the alphabet, or English, unless given. */
  readonly language?: string | undefined
  /** Code of an alphabet, or its letters. */
  readonly alphabet?: string | undefined
}

/**
 * The codes of the languages that a text may be in.
 *
 * @throws InvalidOptionError on a language that does not ship, or that is not written in the letters of the alphabet
 * @example
 * import { languageCodes } from '@runnel/models'
 * languageCodes({ alphabet: 'es' }) // ['es']
 */
export const languageCodes = ({ language, alphabet }: NamedLanguages): string[] => {
  const letters = alphabet === undefined ? undefined : findLetters(alphabet)
  const isWritten = (code: string): boolean => {
    const own = languageList[code].letters ?? LATIN
    return letters === undefined || isPart(letters, own) || isPart(own, letters)
  }
  const all = Object.keys(languageList)
  if (language === 'auto') return all.filter(isWritten)
  const codes = (language ?? languageOf(alphabet)).split(',').map((code) => code.trim().toLowerCase())
  for (const code of codes) {
    if (!all.includes(code))
      throw new InvalidOptionError('language', code, `one of ${all.join(', ')}, or auto`)
    if (isWritten(code)) continue
    const expected = `letters that ${languageList[code].name} is written in, or the key beside it`
    throw new InvalidOptionError('alphabet', alphabet, expected)
  }
  return codes
}

/** A language, and the alphabet that its ciphers move. */
export interface LanguageVariant {
  readonly code: string
  /** The letters of its script, where that is not the Latin one. */
  readonly letters?: string | undefined
  /** An alphabet other than that of its script, with its code. */
  readonly alphabet?: { readonly name: string; readonly letters: string } | undefined
  /** Its probability beside other languages. */
  readonly share: number
}

/** Share of a language's texts whose ciphers move an alphabet other than that of its script. */
const OTHER_SHARE = 0.25

/**
 * Languages with each alphabet that their ciphers may move: that of the script, and those of their own, unless one is named.
 *
 * @param alphabet letters that ciphers move, where they are known
 * @example
 * import { languageVariants } from '@runnel/models'
 * languageVariants(['es']) // over a to z, and over 27 letters
 */
export const languageVariants = (codes: readonly string[], alphabet?: string): LanguageVariant[] =>
  codes.flatMap((code): LanguageVariant[] => {
    const { letters, alphabets: names = [] } = languageList[code]
    const others = alphabet === undefined ? names : []
    return [
      { code, letters, share: others.length > 0 ? 1 - OTHER_SHARE : 1 },
      ...others.map((name) => ({
        code,
        letters,
        alphabet: { name, letters: alphabets[name].letters },
        share: OTHER_SHARE / others.length,
      })),
    ]
  })

/**
 * The language that a substitution is searched in, or a homophonic one, which is in Latin letters alone: the one of those named.
 *
 * @throws InvalidOptionError where several are named, or one without the counts
 */
export const substitutionLanguage = (
  codes: readonly string[],
  cipher: 'substitution' | 'homophonic' = 'substitution',
): string => {
  const [code] = codes
  const known = Object.keys(languageList).filter((one) => {
    const { substitution, letters } = languageList[one]
    return substitution && (cipher === 'substitution' || letters === undefined)
  })
  if (codes.length === 1 && known.includes(code)) return code
  throw new InvalidOptionError(
    'language',
    codes.join(),
    `one of ${known.join(', ')}, with the cipher ${cipher}`,
  )
}

/**
 * The letters that a cipher moves: those of the alphabet, or of the script of the one language; undefined for a to z.
 *
 * @throws InvalidOptionError on an alphabet that is none
 */
export const languageLetters = ({ language = '', alphabet }: NamedLanguages): string | undefined => {
  const named = listedLetters({ alphabet })
  if (named !== undefined) return named
  return Object.hasOwn(languageList, language) ? languageList[language].letters : undefined
}

/**
 * The letters that the keys of a cipher are listed over: those of the alphabet, where one is named. Where none is, each
 * language has alphabets of its own: see `languageVariants`.
 *
 * @throws InvalidOptionError on an alphabet that is none
 */
export const listedLetters = ({ alphabet }: NamedLanguages): string | undefined =>
  alphabet === undefined ? undefined : findLetters(alphabet)

/**
 * The name of the counts that a language is read with: those that tell its own letters apart, where the cipher moves them.
 *
 * @param letters those that the cipher moves, where they are not a to z
 * @example
 * import { countsNameOf } from '@runnel/models'
 * countsNameOf('es', 'abcdefghijklmnñopqrstuvwxyz') // 'spanish-own-counts'
 */
export const countsNameOf = (code: string, letters?: string): string => {
  const { name, own } = languageList[code]
  return `${name.toLowerCase()}-${own && own.letters === letters ? 'own-' : ''}counts`
}

/** The language of an alphabet by its code, of which `ru-32` says how many letters too; Norwegian stands for Danish. */
const languageOf = (alphabet = 'en'): string => {
  if (!Object.hasOwn(alphabets, alphabet)) return 'en'
  const [language] = alphabet.split('-')
  const code = language === 'da' ? 'no' : language
  return Object.hasOwn(languageList, code) ? code : 'en'
}

const isPart = (letters: string, of: string): boolean => [...letters].every((letter) => of.includes(letter))
