import { createAlphabet } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { alphabets } from './alphabets.ts'

/** Letters of an alphabet that is spelled out, at the least: fewer are the code of one. */
const FEWEST = 10

/**
 * The letters of an alphabet: by its code, such as `es`, or as they are spelled out, ten or more, each one UTF-16 unit.
 *
 * @throws InvalidOptionError on a code that is none, or letters that make no alphabet
 * @example
 * import { createCaesar } from '@runnel/core'
 * import { findLetters } from '@runnel/core/alphabets'
 * createCaesar(findLetters('es')).encrypt('niño', { shift: 1 }) // 'ñjop'
 */
export const findLetters = (codeOrLetters: string): string => {
  if (Object.hasOwn(alphabets, codeOrLetters)) return alphabets[codeOrLetters].letters
  if (codeOrLetters.length >= FEWEST) return createAlphabet(codeOrLetters).letters
  const codes = Object.keys(alphabets).join(', ')
  throw new InvalidOptionError(
    'alphabet',
    codeOrLetters,
    `one of ${codes}, or its letters, ${FEWEST} or more`,
  )
}
