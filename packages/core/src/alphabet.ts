import { InvalidOptionError } from './errors.ts'

/** The 26 letters of the modern Latin alphabet. */
export const LATIN = 'abcdefghijklmnopqrstuvwxyz'

/** An ordered set of letters, each one UTF-16 unit, with constant-time look-up in both cases. */
export interface Alphabet {
  /** The letters in order, as given. */
  readonly letters: string
  readonly size: number
  /** Index of a UTF-16 unit, 0 to `size - 1`, or -1 when it is not a letter of the alphabet. */
  indexOf(unit: number): number
  /** Letter at `index` as a UTF-16 unit, in the case of the unit `like`. */
  letterAt(index: number, like: number): number
}

/**
 * Makes an alphabet from its letters.
 *
 * A letter also stands for its upper-case form, unless the alphabet lists that form itself
 * (then case matters, as in printable ASCII).
 *
 * @throws InvalidOptionError on no letters, a repeated letter, or one outside the basic plane.
 * @example
 * import { createAlphabet } from '@runnel/core'
 * createAlphabet('abc').indexOf('B'.charCodeAt(0)) // 1
 */
export const createAlphabet = (letters: string): Alphabet => {
  if (letters.length === 0) throw new InvalidOptionError('alphabet', letters, 'at least one letter')
  const lower = Uint16Array.from(letters, (letter) => single(letter, letters))
  const upper = Uint16Array.from(lower, (unit, index) => upperCase(letters, unit, index))
  const table = new Int16Array(Math.max(...lower, ...upper) + 1).fill(-1)
  for (let index = 0; index < lower.length; index++) {
    if (table[lower[index]] !== -1) throw new InvalidOptionError('alphabet', letters, 'each letter once')
    table[lower[index]] = index
    table[upper[index]] = index
  }
  return {
    letters,
    size: lower.length,
    indexOf: (unit) => (unit < table.length ? table[unit] : -1),
    letterAt: (index, like) => (like === upper[table[like]] ? upper[index] : lower[index]),
  }
}

const single = (letter: string, letters: string): number => {
  if (letter.length !== 1) {
    throw new InvalidOptionError('alphabet', letters, 'letters of one UTF-16 unit each')
  }
  return letter.charCodeAt(0)
}

const upperCase = (letters: string, unit: number, index: number): number => {
  const form = letters[index].toUpperCase()
  return form.length === 1 && !letters.includes(form) ? form.charCodeAt(0) : unit
}
