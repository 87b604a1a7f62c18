import { InvalidOptionError } from '../errors.ts'
import type { Random } from '../random.ts'
import { createSquare, generateSquare, type LetterSquare, parseSquare } from './letter-square.ts'

/** Key of a cipher with two squares of letters. */
export interface SquarePairKey {
  /** The 25 letters of the upper square, or the upper right one, row by row. */
  readonly first: string
  /** Those of the lower square, or the lower left one. */
  readonly second: string
}

/** A description of two squares, for help texts and errors. */
export const squarePairHint =
  'two words such as EXAMPLE,KEYWORD, or two squares of 25 letters that lack the same letter'

/** Two squares of the same letters. @throws InvalidOptionError */
export const squaresOf = ({ first, second }: SquarePairKey): [LetterSquare, LetterSquare] => {
  const squares: [LetterSquare, LetterSquare] = [
    createSquare(first, 25, 'first'),
    createSquare(second, 25, 'second'),
  ]
  const [own, other] = squares.map(({ signs }) => Array.from(signs).sort().join(''))
  if (own !== other) throw new InvalidOptionError('second', second, 'the letters of the first square')
  return squares
}

/** Reads two words or squares with a comma between. @throws InvalidOptionError */
export const parseSquares = (text: string): SquarePairKey => {
  const [first, second, ...more] = text.split(',')
  if (second === undefined || more.length > 0) throw new InvalidOptionError('key', text, squarePairHint)
  const key = { first: parseSquare(first, 25), second: parseSquare(second, 25) }
  squaresOf(key)
  return key
}

/** Writes two squares so that `parseSquares` reads them back. @throws InvalidOptionError */
export const formatSquares = (key: SquarePairKey): string =>
  squaresOf(key)
    .map(({ signs }) => signs)
    .join(',')

/** Two squares in a random order. */
export const generateSquares = (random: Random): SquarePairKey => ({
  first: generateSquare(random, 25),
  second: generateSquare(random, 25),
})
