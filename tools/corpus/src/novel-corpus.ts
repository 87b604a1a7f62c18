import { baseLetter, isCombiningMark } from '@runnel/core'
import { type NovelsName, readNovels } from './novels.ts'

/** One paragraph in so many is for validation: whole novels at the end of the text, of other authors than most. */
const VALIDATION = 20

/** One German paragraph in so many has ä as a, where the others have ae. */
const PLAIN_UMLAUTS = 4

const DIGRAPHS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** The novels of a language to learn from, and those to validate on, in the letters that people encipher. */
export interface NovelCorpus {
  readonly train: string
  readonly validate: string
}

/**
 * Novels of a language in Latin script, as text that is enciphered has it: letters without diacritics (German ä is ae,
 * or now and then a), straight quotation marks and apostrophes.
 *
 * @param language its code in ISO 639-1
 * @param letters those that stay, though they have diacritics
 * @throws NovelsError where the folder does not hold them
 */
export const novelCorpus = (language: string, folder: string, letters = ''): NovelCorpus => {
  const folded = paragraphsOf(`${language}-train` as NovelsName, language, folder, letters)
  const end = folded.length - Math.ceil(folded.length / VALIDATION)
  return { train: `${folded.slice(0, end).join('\n')}\n`, validate: `${folded.slice(end).join('\n')}\n` }
}

/**
 * Novels of other authors than a language is learned from, in the same letters: to test on, and never anything else.
 *
 * @param letters those that stay, though they have diacritics
 */
export const novelTest = (language: string, folder: string, letters = ''): string =>
  paragraphsOf(`${language}-test` as NovelsName, language, folder, letters).join('\n')

const paragraphsOf = (name: NovelsName, language: string, folder: string, letters = ''): string[] =>
  readNovels(name, folder)
    .trimEnd()
    .split('\n')
    .map((text, at) =>
      foldLetters(language === 'de' && at % PLAIN_UMLAUTS > 0 ? withDigraphs(text) : text, letters),
    )

/**
 * Text without diacritics, and with the quotation marks, apostrophes and dashes of a typewriter.
 *
 * @param letters those that stay, though they have diacritics
 */
export const foldLetters = (text: string, letters = ''): string =>
  text
    .replace(/[’‘´`ʼ᾽᾿]/g, "'")
    .replace(/[«»‹›„“”]/g, '"')
    .replace(/[–—―]/g, '-')
    .replaceAll('\u00ad', '')
    .replace(/\p{Mn}/gu, (mark) => (isCombiningMark(mark.charCodeAt(0)) ? '' : mark))
    .replace(/[^\0-\x7f]/g, (letter) =>
      letters.includes(letter.toLowerCase()) ? letter : String.fromCharCode(baseLetter(letter.charCodeAt(0))),
    )

/** German text with ae, oe, ue and ss, as it is written where there are no umlauts. */
const withDigraphs = (text: string): string =>
  text
    .replace(/[äöüß]/g, (letter) => DIGRAPHS[letter])
    .replace(/[ÄÖÜ]/g, (letter) => {
      const digraph = DIGRAPHS[letter.toLowerCase()]
      return digraph[0].toUpperCase() + digraph[1]
    })
