import { InvalidOptionError } from '../errors.ts'
import type { Cipher } from './cipher.ts'
import { columnsIn, generateColumns, parseColumns, placesByColumns } from './column-key.ts'
import { defineTransposition, type Transposed } from './transposition.ts'

/** Keys of a double columnar transposition. */
export interface DoubleColumnarKey extends Transposed {
  readonly first: string
  readonly second: string
}

/**
 * Double columnar transposition: a columnar transposition of a columnar transposition.
 *
 * Source: Wikipedia, Transposition cipher.
 *
 * @example
 * import { createDoubleColumnar } from '@runnel/core/ciphers'
 * const key = { first: 'ZEBRAS', second: 'STRIPE' }
 * createDoubleColumnar().encrypt('WEAREDISCOVEREDFLEEATONCE', key) // 'CAEENSOIAEDRLEFWEDREEVTOC'
 */
export const createDoubleColumnar = (): Cipher<DoubleColumnarKey> => {
  const keyHint = 'two words, or orders of columns, such as ZEBRAS,STRIPE'
  return defineTransposition<DoubleColumnarKey>({
    name: 'double-columnar',
    keyHint,
    placesOf(key) {
      const [first, second] = [columnsIn(key.first), columnsIn(key.second)]
      return (length) => {
        const before = placesByColumns(first, length)
        return placesByColumns(second, length).map((place) => before[place])
      }
    },
    generateKey: (random) => ({ first: generateColumns(random), second: generateColumns(random) }),
    parseKey(text) {
      const [first, second, ...more] = text.split(',').map(parseColumns)
      if (second === undefined || more.length > 0) throw new InvalidOptionError('key', text, keyHint)
      return { first, second }
    },
    formatKey: ({ first, second }) => `${first},${second}`,
  })
}
