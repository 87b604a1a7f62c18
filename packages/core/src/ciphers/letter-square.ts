import { LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Random } from '../random.ts'
import { shuffled } from './shuffled.ts'

/** The signs of a square: 25 letters, where I is J too unless another is left out; 36 letters and digits; 27 signs of a cube. */
export type SquareSize = 25 | 27 | 36

/** A square of signs, or a cube, to look up places in. */
export interface LetterSquare {
  /** The signs in order, in upper case. */
  readonly signs: string
  /** The place of a UTF-16 unit in either case, or -1. */
  indexOf(unit: number): number
  /** The sign at a place as a UTF-16 unit, in the case of the unit `like`. */
  unitAt(index: number, like: number): number
}

const SIGNS: { readonly [size: number]: string } = {
  25: LATIN.toUpperCase().replace('J', ''),
  27: `${LATIN.toUpperCase()}+`,
  36: `${LATIN.toUpperCase()}0123456789`,
}

const HINTS: { readonly [size: number]: string } = {
  25: 'a word such as MONARCHY, or 25 letters row by row, none of them twice',
  27: 'a word such as FELIX, or 26 letters and + in some order',
  36: 'a word such as GEHEIM, or 26 letters and 10 digits row by row',
}

/** A description of squares, for help texts and errors. */
export const squareHint = (size: SquareSize): string => HINTS[size]

/**
 * Takes the signs of a square. Of 25 letters that lack J, or I, the one is read as the other; a letter that they lack
 * otherwise is none.
 *
 * @throws InvalidOptionError unless each sign is there once
 */
export const createSquare = (signs: string, size: SquareSize, option = 'square'): LetterSquare => {
  if (!isWhole(signs, size)) throw new InvalidOptionError(option, signs, squareHint(size))
  const places = new Map<number, number>()
  signs.split('').forEach((sign, index) => {
    places.set(sign.toUpperCase().charCodeAt(0), index)
    places.set(sign.toLowerCase().charCodeAt(0), index)
  })
  const same = (lacking: string, other: string): void => {
    const place = places.get(other.charCodeAt(0))
    if (place !== undefined && !places.has(lacking.charCodeAt(0))) places.set(lacking.charCodeAt(0), place)
  }
  if (size === 25) for (const [a, b] of ['JI', 'ji', 'IJ', 'ij']) same(a, b)
  const upper = Uint16Array.from(signs.toUpperCase(), unitOf)
  const lower = Uint16Array.from(signs.toLowerCase(), unitOf)
  return {
    signs: signs.toUpperCase(),
    indexOf: (unit) => places.get(unit) ?? -1,
    unitAt: (index, like) => (isUpper(like) ? upper : lower)[index],
  }
}

const unitOf = (sign: string): number => sign.charCodeAt(0)

/** Whether a unit is a capital letter of Latin. */
const isUpper = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a

const isWhole = (signs: string, size: SquareSize): boolean => {
  if (typeof signs !== 'string' || signs.length !== size) return false
  const known = size === 25 ? LATIN.toUpperCase() : SIGNS[size]
  const own = new Set(signs.toUpperCase())
  return own.size === size && [...own].every((sign) => known.includes(sign))
}

/**
 * Reads a square as a person writes it: all of its signs, or a word, before those that it lacks.
 *
 * @throws InvalidOptionError
 */
export const parseSquare = (text: string, size: SquareSize): string => {
  const given = text.replace(/\s/g, '').toUpperCase()
  if (isWhole(given, size)) return given
  const word = size === 25 ? given.replaceAll('J', 'I') : given
  // All signs with one of them twice are a slip of the pen, and no word.
  const isSlip = given.length === size && !text.trim().includes(' ')
  const isWord = word !== '' && [...word].every((sign) => SIGNS[size].includes(sign)) && !isSlip
  if (!isWord) throw new InvalidOptionError('key', text, squareHint(size))
  return [...new Set(word + SIGNS[size])].join('')
}

/** A square in a random order. */
export const generateSquare = (random: Random, size: SquareSize): string =>
  shuffled(random, [...SIGNS[size]]).join('')
