import { createAlphabet, LATIN } from '../alphabet.ts'
import { defineBlockCipher } from './block-cipher.ts'
import type { Cipher } from './cipher.ts'
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
 * The two-square cipher, its squares one above the other: the first letter of a pair is found in the upper one, the second in
 * the lower one, and the other corners of their rectangle are written. Two in a column stay as they are.
 *
 * Source: Wikipedia, Two-square cipher.
 *
 * @example
 * import { createTwoSquare } from '@runnel/core/ciphers'
 * const twoSquare = createTwoSquare()
 * twoSquare.encrypt('Help', twoSquare.parseKey('example,keyword')) // 'Hecm'
 */
export const createTwoSquare = (): Cipher<SquarePairKey> =>
  defineBlockCipher<SquarePairKey>({
    name: 'two-square',
    alphabet: createAlphabet(LATIN),
    keyHint: squarePairHint,
    rulesOf(key, direction) {
      const [upper, lower] = squaresOf(key)
      const inLower = Array.from(upper.signs, (sign) => lower.signs.indexOf(sign))
      const inUpper = Array.from(lower.signs, (sign) => upper.signs.indexOf(sign))
      return {
        ...upper,
        size: 2,
        mayBeShort: false,
        // Both directions are the same. Letters are told by their places in the upper square.
        step(pair) {
          const [a, b] = [pair[0], inLower[pair[1]]]
          const [columnA, columnB] = [a % 5, b % 5]
          pair[0] = a - columnA + columnB
          pair[1] = inUpper[b - columnB + columnA]
        },
        ...(direction === 'encrypt' && { fill: fillerOf(upper.signs) }),
      }
    },
    generateKey: generateSquares,
    parseKey: parseSquares,
    formatKey: formatSquares,
  })
