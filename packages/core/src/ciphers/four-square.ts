import { createAlphabet, LATIN } from '../alphabet.ts'
import { defineBlockCipher } from './block-cipher.ts'
import type { Cipher } from './cipher.ts'
import { createSquare } from './letter-square.ts'
import { fillerOf } from './playfair.ts'
import {
  formatSquares,
  generateSquares,
  parseSquares,
  type SquarePairKey,
  squarePairHint,
  squaresOf,
} from './square-pair.ts'

/**
 * The four-square cipher: the letters of a pair are found in two squares in the order of the alphabet, at the upper left and
 * the lower right, and the other corners of their rectangle are written, of the squares at the upper right and the lower left.
 *
 * Source: Wikipedia, Four-square cipher.
 *
 * @example
 * import { createFourSquare } from '@runnel/core/ciphers'
 * const fourSquare = createFourSquare()
 * fourSquare.encrypt('Help', fourSquare.parseKey('example,keyword')) // 'Fynf'
 */
export const createFourSquare = (): Cipher<SquarePairKey> =>
  defineBlockCipher<SquarePairKey>({
    name: 'four-square',
    alphabet: createAlphabet(LATIN),
    keyHint: squarePairHint,
    rulesOf(key, direction) {
      const [right, left] = squaresOf(key)
      const plain = createSquare(Array.from(right.signs).sort().join(''), 25)
      const placesIn = (signs: string): number[] => Array.from(plain.signs, (sign) => signs.indexOf(sign))
      const lettersOf = (signs: string): number[] => Array.from(signs, (sign) => plain.signs.indexOf(sign))
      const encrypts = direction === 'encrypt'
      // Letters are told by their places in the alphabet. A corner of the upper squares keeps its row, as does one of the lower.
      const [inRight, inLeft] = encrypts ? [] : [placesIn(right.signs), placesIn(left.signs)]
      const [ofRight, ofLeft] = encrypts ? [lettersOf(right.signs), lettersOf(left.signs)] : []
      return {
        ...plain,
        size: 2,
        mayBeShort: false,
        step(pair) {
          const a = inRight?.[pair[0]] ?? pair[0]
          const b = inLeft?.[pair[1]] ?? pair[1]
          const [columnA, columnB] = [a % 5, b % 5]
          const [upper, lower] = [a - columnA + columnB, b - columnB + columnA]
          pair[0] = ofRight?.[upper] ?? upper
          pair[1] = ofLeft?.[lower] ?? lower
        },
        ...(encrypts && { fill: fillerOf(plain.signs) }),
      }
    },
    generateKey: generateSquares,
    parseKey: parseSquares,
    formatKey: formatSquares,
  })
