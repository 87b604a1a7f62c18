import { createAlphabet, LATIN } from '../alphabet.ts'
import { defineBlockCipher } from './block-cipher.ts'
import type { BlockStep } from './block-stream.ts'
import type { Cipher } from './cipher.ts'
import { createSquare, generateSquare, parseSquare, squareHint } from './letter-square.ts'

/** Key of a cipher with a square of letters. */
export interface SquareKey {
  /** The 25 letters, row by row, in upper case. */
  readonly square: string
}

/**
 * The Playfair cipher: pairs of letters are the corners of a rectangle in a square of 5 by 5, and the other two corners
 * are written; two in a row move to the right, two in a column down. Between two of the same letter of a pair comes an X,
 * after an X a Q, and so where a letter is left over at the end.
 *
 * Deciphering leaves them, and I for J: no rule says which X was put in. Source: Wikipedia, Playfair cipher.
 *
 * @example
 * import { createPlayfair } from '@runnel/core/ciphers'
 * const playfair = createPlayfair()
 * playfair.encrypt('Hide the gold', playfair.parseKey('playfair example')) // 'Bmod zbx dnage'
 */
export const createPlayfair = (): Cipher<SquareKey> =>
  defineBlockCipher<SquareKey>({
    name: 'playfair',
    alphabet: createAlphabet(LATIN),
    keyHint: squareHint(25),
    rulesOf({ square: signs }, direction) {
      const square = createSquare(signs, 25)
      return {
        ...square,
        size: 2,
        mayBeShort: false,
        step: playfairStep(direction === 'encrypt' ? 1 : 4),
        ...(direction === 'encrypt' && {
          fill: fillerOf(square.signs),
          parts: (before: number, letter: number) => before === letter,
        }),
      }
    },
    generateKey: (random) => ({ square: generateSquare(random, 25) }),
    parseKey: (text) => ({ square: parseSquare(text, 25) }),
    formatKey: ({ square }) => createSquare(square, 25).signs,
  })

/** Pairs in a row or a column move `by` places, around the edge. */
const playfairStep =
  (by: number): BlockStep =>
  (pair) => {
    const [a, b] = pair
    const [rowA, rowB] = [Math.floor(a / 5), Math.floor(b / 5)]
    const [columnA, columnB] = [a % 5, b % 5]
    if (rowA === rowB) {
      pair[0] = 5 * rowA + ((columnA + by) % 5)
      pair[1] = 5 * rowB + ((columnB + by) % 5)
    } else if (columnA === columnB) {
      pair[0] = 5 * ((rowA + by) % 5) + columnA
      pair[1] = 5 * ((rowB + by) % 5) + columnB
    } else {
      pair[0] = 5 * rowA + columnB
      pair[1] = 5 * rowB + columnA
    }
  }

/** The letter put in after another: X, or the next of Q and Z where it is X itself, or has no place. */
export const fillerOf = (signs: string): ((before: number) => number) => {
  const places = Array.from('XQZ', (letter) => signs.indexOf(letter)).filter((place) => place !== -1)
  return (before) => (places[0] === before ? places[1] : places[0])
}
