import { InvalidOptionError } from '../errors.ts'
import { wrap } from './wrap.ts'

/** A square matrix of whole numbers from 0 to 25, row by row. */
export type HillMatrix = readonly number[]

/** A description of keys, for help texts and errors. */
export const hillHint =
  'a matrix of 2 by 2 or 3 by 3, row by row, as letters (HILL) or numbers (3 3 2 5), with a determinant that is odd and no multiple of 13'

/** The inverse of each number modulo 26, or -1 where there is none. */
const inverseOf = (value: number): number => {
  for (let other = 1; other < 26; other += 2) if (wrap(value * other, 26) === 1) return other
  return -1
}

/** Side of a matrix: 2 or 3, or 0 of one that is neither. */
export const sideOf = ({ length }: HillMatrix): number => (length === 4 ? 2 : length === 9 ? 3 : 0)

/** The matrix that undoes another modulo 26; undefined where there is none. */
export const inverted = (matrix: HillMatrix): HillMatrix | undefined => {
  const cofactors = cofactorsOf(matrix)
  const side = sideOf(matrix)
  let determinant = 0
  for (let column = 0; column < side; column++) determinant += matrix[column] * cofactors[column]
  const factor = inverseOf(determinant)
  if (side === 0 || factor === -1) return undefined
  return cofactors.map((_, at) => {
    const [row, column] = [Math.floor(at / side), at % side]
    return wrap(factor * cofactors[column * side + row], 26)
  })
}

const cofactorsOf = (m: HillMatrix): number[] => {
  if (m.length === 4) return [m[3], -m[2], -m[1], m[0]]
  return Array.from({ length: 9 }, (_, at) => {
    const [row, column] = [Math.floor(at / 3), at % 3]
    const place = (down: number, right: number): number => m[3 * ((row + down) % 3) + ((column + right) % 3)]
    return place(1, 1) * place(2, 2) - place(1, 2) * place(2, 1)
  })
}

/** The matrix that letters stand for. @throws InvalidOptionError unless it can be undone */
export const matrixOf = (letters: string): HillMatrix => {
  const isText = typeof letters === 'string' && /^[a-z]+$/i.test(letters)
  const matrix = isText ? Array.from(letters.toUpperCase(), (letter) => letter.charCodeAt(0) - 65) : []
  if (sideOf(matrix) === 0 || !inverted(matrix)) throw new InvalidOptionError('key', letters, hillHint)
  return matrix
}

/** Reads a matrix as a person writes it: letters, or numbers with spaces, commas, semicolons or brackets between. @throws InvalidOptionError */
export const parseMatrix = (text: string): string => {
  const numbers = /^[\d\s,;[\]()|-]+$/.test(text) ? (text.match(/-?\d+/g) ?? []).map(Number) : undefined
  const letters = numbers
    ? lettersOf(numbers.map((value) => wrap(value, 26)))
    : text.replace(/[\s,;]/g, '').toUpperCase()
  try {
    matrixOf(letters)
  } catch {
    throw new InvalidOptionError('key', text, hillHint)
  }
  return letters
}

/** The letters that a matrix is written with. */
export const lettersOf = (matrix: HillMatrix): string =>
  matrix.map((value) => String.fromCharCode(65 + value)).join('')
