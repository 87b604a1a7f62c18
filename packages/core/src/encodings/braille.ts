import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/** Cells of dots by their numbers: bit n - 1 of what follows U+2800 is dot n. */
const CELLS: Readonly<Record<string, string>> = {
  a: '1',
  b: '12',
  c: '14',
  d: '145',
  e: '15',
  f: '124',
  g: '1245',
  h: '125',
  i: '24',
  j: '245',
  k: '13',
  l: '123',
  m: '134',
  n: '1345',
  o: '135',
  p: '1234',
  q: '12345',
  r: '1235',
  s: '234',
  t: '2345',
  u: '136',
  v: '1236',
  w: '2456',
  x: '1346',
  y: '13456',
  z: '1356',
  ',': '2',
  ';': '23',
  ':': '25',
  '.': '256',
  '!': '235',
  '?': '236',
  "'": '3',
  '-': '36',
  '/': '34',
  ' ': '',
}
const CAPITAL = 0x20
const NUMBER = 0x3c
/** Digits are a to j after the sign for numbers. */
const DIGITS = 'jabcdefghi'
/** States of either side: nothing; after the sign for a capital; in a number. */
const MODES = { none: 0, capital: 1, number: 2 } as const

/** Uncontracted Braille of English, in Unicode's cells. A cell that stands for no character is read as U+FFFD. */
export const createBraille = (): Encoding => {
  const cells = new Map(Object.entries(CELLS).map(([sign, dots]) => [sign, cellOf(dots)]))
  const signs = new Uint16Array(256).fill(0xfffd)
  const digits = new Uint16Array(256)
  for (const [sign, cell] of cells) {
    signs[cell] = sign.charCodeAt(0)
    if (DIGITS.includes(sign)) digits[cell] = 0x30 + DIGITS.indexOf(sign)
  }
  return {
    name: 'braille',
    carries: 'text',
    encoder: {
      stateLength: 1,
      step(unit, state, output) {
        const sign = String.fromCharCode(unit)
        const digit = unit - 0x30
        if (digit >= 0 && digit <= 9) {
          if (state[0] !== MODES.number) putCell(NUMBER, output)
          state[0] = MODES.number
          return putCell(cells.get(DIGITS[digit]), output)
        }
        // A letter of a to j right after a number would be read as a digit.
        if (state[0] === MODES.number && /[a-j]/.test(sign)) putCell(0x30, output)
        state[0] = MODES.none
        if (/[A-Z]/.test(sign)) putCell(CAPITAL, output)
        if (unit === 0x0a || unit === 0x0d) output.put(unit)
        else return putCell(cells.get(sign.toLowerCase()), output)
        return true
      },
      end: () => true,
    },
    decoder: {
      stateLength: 1,
      step(unit, state, output) {
        const mode = state[0]
        state[0] = MODES.none
        const cell = unit - 0x2800
        if (cell < 0 || cell > 0xff) {
          output.put(unit)
          return isSpace(unit)
        }
        const sign = signs[cell]
        if (cell === CAPITAL) state[0] = MODES.capital
        else if (cell === NUMBER) state[0] = MODES.number
        else if (mode === MODES.number && digits[cell] !== 0) {
          output.put(digits[cell])
          state[0] = MODES.number
        } else if (cell !== 0x30 || mode !== MODES.number) {
          const isLetter = sign >= 0x61 && sign <= 0x7a
          output.put(mode === MODES.capital && isLetter ? sign - 0x20 : sign)
        }
        return true
      },
      end: () => true,
    },
  }
}

const cellOf = (dots: string): number =>
  Array.from(dots).reduce((cell, dot) => cell | (1 << (Number(dot) - 1)), 0)

const putCell = (cell: number | undefined, output: Output): boolean => {
  if (cell !== undefined) output.put(0x2800 + cell)
  return cell !== undefined
}
