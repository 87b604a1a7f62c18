import { BITS, ENOUGH_NUMBERS, NUMBERS, PRIORS } from './constants.ts'
import type { EncodingLook } from './encoding-look.ts'
import { different, letterCost, lettersIn, turned } from './likeness.ts'

/** Numbers that follow one another by one, as of a list, are no letters. */
const isCounting = (letters: string): boolean => {
  let steps = 0
  for (let i = 1; i < letters.length; i++)
    if (letters.charCodeAt(i) - letters.charCodeAt(i - 1) === 1) steps++
  return 2 * steps >= letters.length - 1
}

/** Whether numbers are letters counted from 1, with 0 between words, rather than letters counted from 0. */
const isFromOne = (fromOne: string, fromZero: string): boolean =>
  letterCost(fromOne) <= Math.min(BITS.morse, letterCost(fromZero) - NUMBERS.fromOne)

/** Groups of signs that are two a letter each, or of five, which tell nothing. */
const isInPairs = (text: string): boolean => {
  const groups = text.split(/[\s,/-]+/).filter((group) => group !== '')
  const isEven = groups.slice(0, -1).every(({ length }) => length % 2 === 0)
  return isEven || groups.slice(0, -1).every(({ length }) => length === 5)
}

/** Pairs of numbers that brackets hold together, the last one as far as it has come. */
const IN_BRACKETS = /^(?:[([][1-5],\s?[1-5][)\]][\s,/-]*)*(?:[([][1-5,\s]*)?$/

/** Letters that numbers have to give at the least. */
const fewestOf = (text: string, decoded: string): number => {
  if (/\d{3}/.test(text)) return NUMBERS.together
  const isSpelt = /^\d{1,2}(?:-\d{1,2})*(?:[\s/]+\d{1,2}(?:-\d{1,2})+)*$/.test(text)
  return isSpelt && letterCost(decoded) <= BITS.english ? NUMBERS.hyphened : ENOUGH_NUMBERS
}

/** The looks of letters as numbers: places in the alphabet, rows and columns. */
export const numberLooks = (): readonly EncodingLook[] => [
  {
    name: 'a1z26',
    stranger: /[^\d\s,.;:/|_+-]/,
    prior: PRIORS.numbers,
    // Groups of eight digits are dates.
    fits: ({ text, decoded }) =>
      lettersIn(decoded) >= fewestOf(text, decoded) &&
      different(decoded) >= 4 &&
      !/^\d{8}(?:\s\d{8})+$/.test(text) &&
      (!/\b0\b/.test(text) || isFromOne(decoded, turned(decoded, 1))) &&
      !isCounting(decoded),
  },
  {
    name: 'a0z25',
    stranger: /[^\d\s,.;:/|_+-]/,
    prior: PRIORS.numbers,
    fits: ({ decoded }) =>
      lettersIn(decoded) >= NUMBERS.fromZero &&
      different(decoded) >= 6 &&
      (decoded.match(/[K-Z]/g)?.length ?? 0) >= NUMBERS.twoDigits * lettersIn(decoded) &&
      // Without a 0 they are counted from 1, as where they are English so.
      /A/.test(decoded) &&
      !isFromOne(turned(decoded.replaceAll('A', ' '), -1), decoded) &&
      !isCounting(decoded),
  },
  {
    name: 'multi-tap',
    stranger: /[^02-9\s,./|-]/,
    prior: PRIORS.numbers,
    // Keys that are pressed once alone are digits of a number.
    fits: ({ text, decoded }) =>
      lettersIn(decoded) >= NUMBERS.keys &&
      different(decoded) >= 4 &&
      text.split(/[^\d]+/).every((group) => /^(\d)\1*$|^$/.test(group)) &&
      (text.match(/(\d)\1+/g)?.length ?? 0) >= lettersIn(decoded) / 2 &&
      (lettersIn(decoded) >= NUMBERS.manyKeys || letterCost(decoded) <= BITS.english),
  },
  {
    name: 'polybius',
    stranger: /[^1-5\s,/()[\]-]/,
    prior: PRIORS.short,
    // Numbers with a comma between are a row and a column where brackets hold them together.
    fits: ({ text, decoded }) =>
      lettersIn(decoded) >= ENOUGH_NUMBERS &&
      different(decoded) >= 4 &&
      (!/(?<!\d)[1-5],/.test(text) || IN_BRACKETS.test(text)),
  },
  {
    name: 'polybius0',
    stranger: /[^0-4\s,/-]/,
    prior: PRIORS.numbers,
    fits: ({ text, decoded }) =>
      lettersIn(decoded) >= ENOUGH_NUMBERS &&
      different(decoded) >= 4 &&
      different(text) >= 4 &&
      /0/.test(text) &&
      isInPairs(text),
  },
  {
    name: 'polybius-ae',
    stranger: /[^A-E1-5\s,/-]/i,
    prior: PRIORS.usual,
    fits: ({ text, decoded }) =>
      lettersIn(decoded) >= ENOUGH_NUMBERS &&
      different(decoded) >= 4 &&
      different(text) >= 4 &&
      /[A-E]/i.test(text) &&
      isInPairs(text),
  },
]
