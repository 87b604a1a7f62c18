import { type Alphabet, InvalidOptionError } from '@runnel/core'
import { asGiven } from './as-given.ts'

/** Words at the most, and letters of one: as many as there is room for in a table of costs. */
const [MOST, LONGEST] = [16, 64]

/** Reads words that are said to occur in the plaintext, as letters from 0 on. @throws InvalidOptionError */
export const readCribs = (cribs: string | readonly string[], { indexOf }: Alphabet): Uint8Array[] => {
  const words = (typeof cribs === 'string' ? cribs.split(/[\s,]+/) : cribs).filter((word) => word !== '')
  const read = words.map((word) => Uint8Array.from(word, (letter) => indexOf(letter.charCodeAt(0)) & NONE))
  const isSound = read.every((word) => word.length > 1 && word.length <= LONGEST && !word.includes(NONE))
  if (isSound && words.length <= MOST) return read
  throw new InvalidOptionError(
    'crib',
    asGiven(cribs),
    `up to ${MOST} words of 2 to ${LONGEST} letters, such as BREAD,RIVER`,
  )
}

/** A character that is no letter, in a byte. */
const NONE = 0xff
