import { alphabets } from '@runnel/core/alphabets'
import type { ReadingOptions } from '../../engine/index.ts'

/**
 * The options that hold for a new text as well: what was set by hand was set for the one before, and a language of other letters
 * goes with a text that has none of them.
 */
export const optionsKept = (
  { cipher, language, letters, watch, encoding, stretches }: ReadingOptions,
  text: string,
): ReadingOptions => {
  const isRead = letters === undefined || mayBeIn(letters, text)
  return {
    cipher: stretches === undefined ? cipher : 'auto',
    ...(language && isRead ? { language, ...(letters && { letters }) } : ofItsScript(text)),
    ...(watch && { watch }),
    ...(encoding !== undefined && { encoding }),
  }
}

/** The language and the letters of a text whose first letter is Cyrillic or Greek: Ukrainian where letters of its own say so. */
const ofItsScript = (text: string): Pick<ReadingOptions, 'language' | 'letters'> => {
  const [letter] = /\p{L}/u.exec(text) ?? ['']
  if (letter < 'Ͱ' || letter > 'ӿ') return {}
  const language = letter < 'Ѐ' ? 'el' : /[іїєґ]/i.test(text) ? 'uk' : 'ru'
  return { language, letters: alphabets[language].letters }
}

/** UTF-16 units of a text whose letters are looked at. */
const LOOKED_AT = 2000

const mayBeIn = (letters: string, text: string): boolean => {
  const found = text.slice(0, LOOKED_AT).toLowerCase().match(/\p{L}/gu) ?? []
  return found.length === 0 || found.some((letter) => letters.includes(letter))
}
