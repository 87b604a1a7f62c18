import { alphabets } from '@runnel/core/alphabets'

/** Counts of a language that tell the letters of its own alphabet apart, which has more than the Latin one. */
export interface OwnLetters {
  readonly letters: string
  readonly bytes: number
  readonly bits: number
}

/** A language that ships, without its counts. */
export interface ListedLanguage {
  /** Its name in English. */
  readonly name: string
  /** The letters of its script, where that is not the Latin one. */
  readonly letters?: string
  /** Bytes of the file of its counts. */
  readonly bytes: number
  /** Bits a character that its counts take, of novels that they were not counted of; of English of Moby-Dick. */
  readonly bits: number
  /** Codes of other alphabets that ciphers move in it as often as not. */
  readonly alphabets?: readonly string[]
  /** Present where there are more counts of it, which tell its own letters apart. */
  readonly own?: OwnLetters
  /** Present where counts ship that a substitution is searched with. */
  readonly substitution?: true
}

/** Every language that ships, by its code in ISO 639-1; figures are those of the cards. */
export const languageList: Readonly<Record<string, ListedLanguage>> = {
  en: { name: 'English', bytes: 99_297, bits: 2.34, substitution: true },
  de: { name: 'German', bytes: 74_175, bits: 2.18, substitution: true },
  fr: { name: 'French', bytes: 76_053, bits: 1.96, substitution: true },
  es: {
    name: 'Spanish',
    alphabets: ['es'],
    bytes: 76_538,
    bits: 2.16,
    own: { letters: alphabets.es.letters, bytes: 77_794, bits: 2.16 },
    substitution: true,
  },
  it: { name: 'Italian', bytes: 76_092, bits: 2.12, substitution: true },
  pt: { name: 'Portuguese', bytes: 78_965, bits: 2.11, substitution: true },
  pl: { name: 'Polish', bytes: 86_813, bits: 2.33, substitution: true },
  cs: { name: 'Czech', bytes: 95_535, bits: 2.53, substitution: true },
  sv: {
    name: 'Swedish',
    alphabets: ['sv'],
    bytes: 79_030,
    bits: 2.21,
    own: { letters: alphabets.sv.letters, bytes: 94_520, bits: 2.21 },
    substitution: true,
  },
  no: {
    name: 'Norwegian',
    alphabets: ['no'],
    bytes: 75_571,
    bits: 2.28,
    own: { letters: alphabets.no.letters, bytes: 84_783, bits: 2.29 },
    substitution: true,
  },
  hu: { name: 'Hungarian', bytes: 84_755, bits: 2.36, substitution: true },
  ro: { name: 'Romanian', bytes: 83_477, bits: 2.36, substitution: true },
  sl: { name: 'Slovenian', bytes: 86_282, bits: 2.33, substitution: true },
  ru: {
    name: 'Russian',
    letters: alphabets.ru.letters,
    alphabets: ['ru-32'],
    bytes: 99_604,
    bits: 2.24,
    substitution: true,
  },
  uk: {
    name: 'Ukrainian',
    letters: alphabets.uk.letters,
    bytes: 121_069,
    bits: 2.64,
    substitution: true,
  },
  el: { name: 'Greek', letters: alphabets.el.letters, bytes: 83_410, bits: 2.39, substitution: true },
}

/** Codes of the languages in each script besides the Latin one. */
export const languagesByScript: Readonly<Record<'cyrillic' | 'greek', readonly string[]>> = {
  cyrillic: ['ru', 'uk'],
  greek: ['el'],
}
