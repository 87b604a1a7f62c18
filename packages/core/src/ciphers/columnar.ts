import type { Cipher } from './cipher.ts'
import { columnKeyHint, columnsIn, generateColumns, parseColumns, placesByColumns } from './column-key.ts'
import { defineTransposition, type Transposed } from './transposition.ts'

/** Key of a columnar transposition: a word, or the order of the columns. */
export interface ColumnarKey extends Transposed {
  readonly key: string
}

/**
 * Columnar transposition: the text is written in lines as long as the key, and read column by column in the order of the
 * key's letters. The last line may be short.
 *
 * Source: Wikipedia, Transposition cipher.
 *
 * @example
 * import { createColumnar } from '@runnel/core/ciphers'
 * createColumnar().encrypt('WEAREDISCOVEREDFLEEATONCE', { key: 'ZEBRAS' }) // 'EVLNACDTESEAROFODEECWIREE'
 */
export const createColumnar = (): Cipher<ColumnarKey> =>
  defineTransposition<ColumnarKey>({
    name: 'columnar',
    keyHint: columnKeyHint,
    placesOf({ key }) {
      const columns = columnsIn(key)
      return (length) => placesByColumns(columns, length)
    },
    generateKey: (random) => ({ key: generateColumns(random) }),
    parseKey: (text) => ({ key: parseColumns(text) }),
    formatKey: ({ key }) => key,
  })
