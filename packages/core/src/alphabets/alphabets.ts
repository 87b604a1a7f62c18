import { LATIN } from '../alphabet.ts'

/** An alphabet that a language is written in. */
export interface NamedAlphabet {
  /** Its name in English, with the number of its letters. */
  readonly name: string
  /** Its letters in order, each one UTF-16 unit, in lower case. */
  readonly letters: string
}

/**
 * Alphabets by the code of their language in ISO 639-1, as the Unicode CLDR lists their letters; letters with marks that
 * count as no letters of their own (é, á, ΐ) are not among them, nor is the final ς, whose upper case is that of σ.
 */
export const alphabets: Readonly<Record<string, NamedAlphabet>> = {
  en: { name: 'English, 26', letters: LATIN },
  es: { name: 'Spanish, 27 with ñ', letters: 'abcdefghijklmnñopqrstuvwxyz' },
  sv: { name: 'Swedish, 29', letters: `${LATIN}åäö` },
  no: { name: 'Norwegian, 29', letters: `${LATIN}æøå` },
  da: { name: 'Danish, 29', letters: `${LATIN}æøå` },
  el: { name: 'Greek, 24', letters: 'αβγδεζηθικλμνξοπρστυφχψω' },
  ru: { name: 'Russian, 33 with ё', letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя' },
  'ru-32': { name: 'Russian, 32 without ё', letters: 'абвгдежзийклмнопрстуфхцчшщъыьэюя' },
  uk: { name: 'Ukrainian, 33', letters: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя' },
}
