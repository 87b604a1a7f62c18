import type { DoneEvent, EventKey, KeyEvent } from '@runnel/decipher'
import { languages } from '@runnel/models/languages'
import { numberInWords } from '../number-in-words.ts'

/** Characters of a key that are told: of a book, its beginning. */
const MOST_OF_KEY = 120

/** A cipher and its key in a few words, such as `caesar · shift 3`, after the encodings around it: `base64 > caesar · shift 3`. */
export const keyInWords = ({
  cipher,
  key,
  encoding,
}: {
  cipher: string
  key: EventKey
  encoding?: string
}): string => {
  const fields = Object.entries(key).filter(([, value]) => value !== '')
  const whole = fields.flat().join(' ')
  const told = whole.length > MOST_OF_KEY ? `${whole.slice(0, MOST_OF_KEY)}…` : whole
  const words = [cipher, told].filter((part) => part !== '').join(' · ')
  return encoding === undefined ? words : `${encoding} > ${words}`
}

/** A probability in words. */
export const percent = (probability: number): string => `${(100 * probability).toFixed(2)} %`

/** Cipher, key and belief in one line; at the end of a text also the letters that were read, and how well they fit. */
export const beliefInWords = (event: KeyEvent | DoneEvent): string => {
  const { fit, letters } = { fit: undefined, letters: undefined, ...event }
  return [
    keyInWords(event.cipher === 'unknown' ? { ...event, cipher: 'nothing fits', key: {} } : event),
    ...(event.language === undefined ? [] : [languages[event.language]?.name ?? event.language]),
    `belief ${percent(event.probability)}`,
    ...(letters === undefined ? [] : [`${numberInWords(letters)} letters`]),
    ...(fit
      ? [`${fit.bits} bits a letter (its language ${fit.language}, random letters ${fit.random})`]
      : []),
  ].join(' · ')
}
