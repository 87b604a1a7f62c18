import type { Random } from '@runnel/core'

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const DIGITS = '0123456789'
const HEX = `${DIGITS}abcdef`
/** Those of product keys, without what is easily mistaken. */
const KEYS = 'BCDFGHJKMPQRTVWXY2346789'
const BASE64 = `${CAPITALS}${CAPITALS.toLowerCase()}${DIGITS}+/`

/** Codes that name things, one a line: keys of products, numbers of parts, accounts and devices, hashes, moves of chess. */
export const codes = (random: Random, size: number): string => {
  let text = ''
  while (text.length < size) text += `${forms[random.integer(forms.length)](random)}\n`
  return text.slice(0, size)
}

const draw = (random: Random, symbols: string, count: number): string =>
  Array.from({ length: count }, () => symbols[random.integer(symbols.length)]).join('')

/** Groups of so many symbols each. */
const groups = (random: Random, symbols: string, lengths: readonly number[], mark: string): string =>
  lengths.map((length) => draw(random, symbols, length)).join(mark)

const five = [5, 5, 5, 5, 5]
const bytes = [2, 2, 2, 2, 2, 2]

const forms: readonly ((random: Random) => string)[] = [
  (random) => groups(random, KEYS, five, '-'),
  (random) => groups(random, CAPITALS, [4, 4, 4, 4], '-'),
  (random) => groups(random, HEX, [8, 4, 4, 4, 12], '-'),
  (random) => groups(random, HEX.toUpperCase(), [8, 4, 4, 4, 12], '-'),
  (random) => draw(random, HEX, 40),
  (random) => groups(random, HEX, bytes, ':'),
  (random) => groups(random, HEX.toUpperCase(), bytes, '-'),
  (random) => groups(random, HEX, [4, 4, 4, 4, 4, 4, 4, 4], ':'),
  (random) => `#${draw(random, HEX, 6)}`,
  (random) =>
    `GB${draw(random, DIGITS, 2)} ${draw(random, CAPITALS, 4)} ${groups(random, DIGITS, [4, 4, 4, 2], ' ')}`,
  (random) => draw(random, BASE64, 44),
  (random) =>
    `1.${draw(random, 'abcdefgh', 1)}4 N${draw(random, 'cf', 1)}6 2.B${draw(random, 'bcdefg', 1)}2 ${draw(random, 'abcdefgh', 1)}5`,
]
