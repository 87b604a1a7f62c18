import { createAlphabet, LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { streaming } from './block-cipher.ts'
import { createBoardStream } from './board-stream.ts'
import type { Cipher } from './cipher.ts'
import { shuffled } from './shuffled.ts'

/** Key of a straddling checkerboard. */
export interface CheckerboardKey {
  /** 28 signs, 26 letters, `.` and `/`: 8 of the top row, then 10 of each of the other two. */
  readonly board: string
  /** The two columns that the top row leaves blank, such as `26`: they name the other rows. */
  readonly blanks: string
}

const SIGNS = `${LATIN.toUpperCase()}./`

/**
 * The straddling checkerboard: eight letters are a digit each, by their column in the top row, and all others two, by their row,
 * named by a column that is blank in the top row, and their column. `/` comes before each digit of the text.
 *
 * Digits have no case: what is deciphered is in upper case. Source: Wikipedia, Straddling checkerboard.
 *
 * @example
 * import { createCheckerboard } from '@runnel/core/ciphers'
 * const key = { board: 'ETAONRISBCDFGHJKLMPQ/UVWXYZ.', blanks: '26' }
 * createCheckerboard().encrypt('ATTACKATDAWN', key) // '3113212731223655'
 */
export const createCheckerboard = (): Cipher<CheckerboardKey> => {
  const keyHint =
    'a word, before all letters that it lacks and . and /, or those 28 signs row by row; then a comma, and the two blank columns, such as ESTONIAR,26'
  return {
    name: 'checkerboard',
    writes: 'signs',
    alphabet: createAlphabet('0123456789'),
    keyHint,
    ...streaming<CheckerboardKey>((key, direction, saved) =>
      createBoardStream(codesOf(key, keyHint), direction, saved),
    ),
    generateKey(random) {
      const columns = shuffled(random, [...'0123456789'])
        .slice(0, 2)
        .sort()
      return { board: shuffled(random, [...SIGNS]).join(''), blanks: columns.join('') }
    },
    parseKey(text) {
      const [, written, blanks] = /^([^,]*),\s*(\d\s*\d)\s*$/.exec(text) ?? []
      const word = (written ?? '').replace(/\s/g, '').toUpperCase()
      if (word === '' || ![...word].every((sign) => SIGNS.includes(sign))) {
        throw new InvalidOptionError('key', text, keyHint)
      }
      const key = { board: [...new Set(word + SIGNS)].join(''), blanks: blanks.replace(/\s/g, '') }
      codesOf(key, keyHint)
      return key
    },
    formatKey(key) {
      codesOf(key, keyHint)
      return `${key.board},${key.blanks}`
    },
  }
}

/** The digits of each sign. @throws InvalidOptionError */
const codesOf = ({ board, blanks }: CheckerboardKey, keyHint: string): Map<string, string> => {
  const isBoard = typeof board === 'string' && [...board].sort().join('') === [...SIGNS].sort().join('')
  if (!isBoard) throw new InvalidOptionError('board', board, keyHint)
  if (typeof blanks !== 'string' || !/^(\d)(?!\1)\d$/.test(blanks)) {
    throw new InvalidOptionError('blanks', blanks, 'two different digits, such as 26')
  }
  const columns = [...'0123456789']
  const top = columns.filter((column) => !blanks.includes(column))
  const rows = [...blanks].flatMap((row) => columns.map((column) => row + column))
  const codes = [...top, ...rows]
  return new Map(Array.from(board, (sign, at) => [sign, codes[at]]))
}
