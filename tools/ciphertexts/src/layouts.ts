import type { Random } from '@runnel/core'
import { lettersOf, oneOf } from './passages.ts'

/** Letters written without spaces, in small letters or capitals, or in groups of five. */
export const together = (random: Random, text: string): string => {
  const letters = lettersOf(text)
  const form = random.next()
  if (form < 0.35) return letters.toLowerCase()
  if (form < 0.7) return letters
  return inGroups(letters, 5)
}

/** Share of texts whose words are joined by signs, as in flags, names and addresses. */
const JOINED = 0.12

/** A passage as it is, or its letters together, as often; at times its words joined by signs. */
export const anyLayout = (random: Random, text: string): string => {
  if (random.next() < JOINED) return joined(random, text)
  return random.next() < 0.5 ? text : together(random, text)
}

/** Words with a sign between, some letters as digits, perhaps in braces. */
const joined = (random: Random, text: string): string => {
  const words = text
    .replace(/[^a-z ]/gi, '')
    .split(/ +/)
    .filter((word) => word !== '')
  const between = oneOf(random, ['_', '_', '-', '.', '/'])
  const digits = random.next() < 0.5 ? 0 : 0.2
  const [first, ...rest] = words
  const inner = [...(rest.length === 0 ? first : rest.join(between))]
    .map((sign) => (random.next() < digits ? (DIGITS[sign.toLowerCase()] ?? sign) : sign))
    .join('')
  if (rest.length === 0) return inner
  return random.next() < 0.6 ? `${first}{${inner}}` : `${first}${between}${inner}`
}

/** Digits that look like a letter. */
const DIGITS: Readonly<Record<string, string>> = {
  a: '4',
  b: '8',
  e: '3',
  i: '1',
  l: '1',
  o: '0',
  s: '5',
  t: '7',
}

/** Letters in groups of some. */
export const inGroups = (text: string, size: number): string =>
  (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(' ')
