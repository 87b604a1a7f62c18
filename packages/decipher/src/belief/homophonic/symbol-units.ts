import { type Alphabet, createAlphabet, fromUnits, isSpace, LATIN } from '@runnel/core'

/** The UTF-16 unit that stands for the number 0, in text whose symbols are numbers: of a private use. */
const FIRST_NUMBER = 0xf500

/** Numbers that symbols may be: 0 to 999. */
const NUMBERS = 1000

const QUESTION = 0x3f
const VARIATION = 0xfe0f

/** Whether a unit may stand for a letter: any that is no white space, and no half of a surrogate pair. */
export const isSymbol = (unit: number): boolean =>
  !isSpace(unit) && !(unit >= 0xd800 && unit < 0xe000) && unit !== VARIATION

/** The unit that stands for a number. */
export const unitOfNumber = (number: number): number => FIRST_NUMBER + number

const isNumber = (unit: number): boolean => unit >= FIRST_NUMBER && unit < FIRST_NUMBER + NUMBERS

/** A unit that no key reads, as text shows it: numbers as question marks. */
export const shownUnit = (unit: number): number => (isNumber(unit) ? QUESTION : unit)

/** A symbol as keys name it: a character, or a number. */
export const nameOf = (unit: number): string =>
  isNumber(unit) ? String(unit - FIRST_NUMBER) : String.fromCharCode(unit)

/** Text with each unit read as another. */
export const mapUnits = (text: string, read: (unit: number) => number): string =>
  fromUnits(Uint16Array.from({ length: text.length }, (_, at) => read(text.charCodeAt(at))))

/** An alphabet in which symbols count as letters. */
export const symbolsAs = (isLetter: (unit: number) => boolean): Alphabet => ({
  ...createAlphabet(LATIN),
  indexOf: (unit) => (isLetter(unit) ? 0 : -1),
})
