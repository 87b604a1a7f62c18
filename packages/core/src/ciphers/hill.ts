import { createAlphabet, LATIN } from '../alphabet.ts'
import { defineBlockCipher } from './block-cipher.ts'
import type { Cipher } from './cipher.ts'
import {
  type HillMatrix,
  hillHint,
  inverted,
  lettersOf,
  matrixOf,
  parseMatrix,
  sideOf,
} from './hill-matrix.ts'

/** Key of the Hill cipher. */
export interface HillKey {
  /** The matrix row by row, a letter a number: A is 0, Z is 25. */
  readonly key: string
}

/**
 * The Hill cipher: two or three letters as a column of numbers, A as 0, multiplied by a matrix modulo 26. X fills the last block
 * up.
 *
 * Source: Wikipedia, Hill cipher.
 *
 * @example
 * import { createHill } from '@runnel/core/ciphers'
 * createHill().encrypt('act', { key: 'GYBNQKURP' }) // 'poh'
 */
export const createHill = (): Cipher<HillKey> => {
  const alphabet = createAlphabet(LATIN)
  return defineBlockCipher<HillKey>({
    name: 'hill',
    alphabet,
    keyHint: hillHint,
    rulesOf({ key }, direction) {
      const matrix = matrixOf(key)
      const size = sideOf(matrix)
      return {
        indexOf: alphabet.indexOf,
        unitAt: alphabet.letterAt,
        size,
        mayBeShort: false,
        step: multiplying(direction === 'encrypt' ? matrix : (inverted(matrix) ?? matrix), size),
        ...(direction === 'encrypt' && { fill: () => FILLER }),
      }
    },
    generateKey(random) {
      const side = 2 + random.integer(2)
      for (;;) {
        const matrix = Array.from({ length: side * side }, () => random.integer(26))
        if (inverted(matrix) && matrix[0] !== 1) return { key: lettersOf(matrix) }
      }
    },
    parseKey: (text) => ({ key: parseMatrix(text) }),
    formatKey: ({ key }) => lettersOf(matrixOf(key)),
  })
}

/** The place of X. */
const FILLER = 23

const multiplying = (matrix: HillMatrix, size: number) => {
  const column = new Array<number>(size)
  return (block: number[]): void => {
    for (let row = 0; row < size; row++) {
      column[row] = 0
      for (let at = 0; at < size; at++) column[row] += matrix[row * size + at] * block[at]
    }
    for (let row = 0; row < size; row++) block[row] = column[row] % 26
  }
}
