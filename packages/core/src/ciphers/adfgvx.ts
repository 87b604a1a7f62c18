import { createAlphabet } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { fromUnits } from '../from-units.ts'
import { streaming } from './block-cipher.ts'
import type { Cipher } from './cipher.ts'
import { columnKeyHint, columnsIn, generateColumns, parseColumns, placesByColumns } from './column-key.ts'
import { createHoldingStream } from './holding-stream.ts'
import { createSquare, generateSquare, type LetterSquare, parseSquare, squareHint } from './letter-square.ts'
import { transpose } from './transpose.ts'

/** Key of ADFGX and ADFGVX. */
export interface AdfgvxKey {
  /** The signs of the square, row by row, in upper case. */
  readonly square: string
  /** The word, or the order, by which columns are read. */
  readonly columns: string
}

/**
 * ADFGX, the German field cipher of March 1918: each letter as its row and column in a square of 5 by 5, named A, D, F, G and X;
 * then a columnar transposition of those. I stands for J.
 *
 * Source: Wikipedia, ADFGVX cipher.
 */
export const createAdfgx = (): Cipher<AdfgvxKey> => defineAdfgvx('ADFGX', 25)

/**
 * ADFGVX, that of June 1918: the same with 26 letters and 10 digits in a square of 6 by 6. What has no place in the square stays
 * between the letters around it; a letter's case is that of both of its signs.
 *
 * Source: Wikipedia, ADFGVX cipher.
 *
 * @example
 * import { createAdfgvx } from '@runnel/core/ciphers'
 * const key = { square: 'NA1C3H8TB2OME5WRPD4F6G7I9J0KLQSUVXYZ', columns: 'PRIVACY' }
 * createAdfgvx().encrypt('ATTACKAT1200AM', key) // 'DGDDDAGDDGAFADDFDADVDVFAADVX'
 */
export const createAdfgvx = (): Cipher<AdfgvxKey> => defineAdfgvx('ADFGVX', 36)

const defineAdfgvx = (names: string, size: 25 | 36): Cipher<AdfgvxKey> => {
  const name = names.toLowerCase()
  const keyHint = `${squareHint(size)}; then a comma, and ${columnKeyHint}`
  return {
    name,
    writes: 'signs',
    alphabet: createAlphabet(name),
    keyHint,
    ...streaming<AdfgvxKey>((key, direction, saved) => {
      const square = createSquare(key.square, size)
      const columns = columnsIn(key.columns)
      const order = {
        placesOf: (length: number) => placesByColumns(columns, length),
        moves: (unit: number) => placeOf(names, unit) !== -1,
      }
      const rewrite = (text: string): string =>
        direction === 'encrypt'
          ? transpose(asSigns(text, names, square), direction, order)
          : asLetters(transpose(text, direction, order), names, square)
      return createHoldingStream({ name, rewrite }, saved)
    }),
    generateKey: (random) => ({ square: generateSquare(random, size), columns: generateColumns(random) }),
    parseKey(text) {
      const [, square, columns] = /^([^,]*),(.*)$/s.exec(text) ?? []
      if (square === undefined) throw new InvalidOptionError('key', text, keyHint)
      return { square: parseSquare(square, size), columns: parseColumns(columns) }
    },
    formatKey({ square, columns }) {
      columnsIn(columns)
      return `${createSquare(square, size).signs},${columns}`
    },
  }
}

/** The place of a unit among the names, in either case, or -1. */
const placeOf = (names: string, unit: number): number =>
  unit < 0x80 ? names.indexOf(String.fromCharCode(unit).toUpperCase()) : -1

const asSigns = (text: string, names: string, square: LetterSquare): string => {
  const written: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const place = square.indexOf(unit)
    if (place === -1) written.push(unit)
    else {
      const isLower = unit >= 0x61 && unit <= 0x7a
      for (const part of [Math.floor(place / names.length), place % names.length]) {
        written.push(names.charCodeAt(part) + (isLower ? 0x20 : 0))
      }
    }
  }
  return fromUnits(Uint16Array.from(written))
}

/** Two signs as a letter, in the place and case of the first; one that is left over stays. */
const asLetters = (text: string, names: string, square: LetterSquare): string => {
  const written = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  let waiting = -1
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const part = placeOf(names, text.charCodeAt(i))
    if (part !== -1 && waiting !== -1) {
      const first = written[waiting]
      const place = placeOf(names, first) * names.length + part
      written[waiting] = square.unitAt(place, first)
      waiting = -1
    } else {
      written[length] = text.charCodeAt(i)
      if (part !== -1) waiting = length
      length++
    }
  }
  return fromUnits(written.subarray(0, length))
}
