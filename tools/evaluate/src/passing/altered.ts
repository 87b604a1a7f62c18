import { type Decipherer, finalText } from '@runnel/decipher'
import { isLetter } from '../live/streams.ts'

const CHUNK = 1024

/** Counts of what came out of text that should pass. */
export interface Altered {
  letters: number
  /** Letters that came out as something else. */
  altered: number
  /** Other characters that did, digits above all. */
  others: number
}

/** Passes text through a session, in chunks, and counts what is altered. */
export const countAltered = (
  decipherer: Decipherer,
  text: string,
  count: (characters: number) => void = () => {},
): Altered => {
  const result: Altered = { letters: 0, altered: 0, others: 0 }
  const session = decipherer.createSession()
  let at = 0
  const take = (final: string): void => {
    for (const unit of final.split('')) {
      const expected = text[at++]
      const isAltered = unit !== expected
      if (isLetter(expected)) {
        result.letters++
        if (isAltered) result.altered++
      } else if (isAltered) result.others++
    }
    count(final.length)
  }
  for (let from = 0; from < text.length; from += CHUNK)
    take(finalText(session.push(text.slice(from, from + CHUNK))))
  take(finalText(session.flush()))
  if (at !== text.length) throw new Error(`${text.length - at} characters did not come out`)
  return result
}

/** Passes messages through sessions of their own, and counts what is altered in all. */
export const countAlteredEach = (
  decipherer: Decipherer,
  messages: readonly string[],
  count?: (characters: number) => void,
): Altered => {
  const sum: Altered = { letters: 0, altered: 0, others: 0 }
  for (const message of messages) {
    const { letters, altered, others } = countAltered(decipherer, message, count)
    sum.letters += letters
    sum.altered += altered
    sum.others += others
  }
  return sum
}
