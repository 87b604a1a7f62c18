import { createAlphabet, LATIN } from '@runnel/core'
import { expect, test } from 'vitest'
import { createByteReader, createByteWriter } from '../../saving/bytes.ts'
import { Digits } from './digits.ts'
import { Repeats } from './repeats.ts'

const alphabet = createAlphabet(LATIN)
const told = (digits: Digits, text: string): string =>
  Array.from(text, (unit) => (digits.take(unit.charCodeAt(0)) ? unit : '.')).join('')

test.each([
  ['N 12° 24.18', '..12..24.18'],
  ['r0t13 and 7, 8a9', '..........7..8..'],
  ['12:47 x', '12.47..'],
  // So many for each letter, and as many before the first.
  ['1234567890 a 1234567890', '12345678.....12345678..'],
  // In codes they count wherever they stand, in words that are written with a few they do not.
  ['a1b2c3d4:5f:0e:77:19', '...............77.19'],
  ['fl4g w1th l33t', '..............'],
])('digits that stand apart from letters, or are as many: %s', (text, expected) => {
  expect(told(new Digits(alphabet), text)).toBe(expected)
})

test('a symbol says something twice in a row, no more', () => {
  const repeats = new Repeats()
  const silent = (text: string): string =>
    Array.from(text, (unit) => (repeats.take(unit.charCodeAt(0), true) ? '-' : unit)).join('')
  expect(silent('a====bbb=')).toBe('a==--bb-=')
})

test('of symbols that are no letters 32 in a row say something', () => {
  const repeats = new Repeats()
  const silent = (text: string): string =>
    Array.from(text, (unit) =>
      repeats.take(unit.charCodeAt(0), alphabet.indexOf(unit.charCodeAt(0)) !== -1) ? '-' : unit,
    ).join('')
  expect(silent(`${'12345678'.repeat(5)}a12`)).toBe(`${'12345678'.repeat(4)}--------a12`)
})

test('both go on where they were saved or forked', () => {
  const [digits, repeats, signs] = [new Digits(alphabet), new Repeats(), new Repeats()]
  told(digits, 'a 1234567')
  for (const unit of [0x5f, 0x5f]) repeats.take(unit, true)
  for (let i = 0; i < 32; i++) signs.take(i, false)
  const writer = createByteWriter()
  for (const part of [digits, repeats, signs]) part.save(writer)
  const reader = createByteReader(writer.bytes(), 'search')
  for (const each of [new Digits(alphabet, reader), digits.fork()]) expect(told(each, '890')).toBe('8..')
  for (const each of [new Repeats(reader), repeats.fork()]) expect(each.take(0x5f, true)).toBe(true)
  for (const each of [new Repeats(reader), signs.fork()]) expect(each.take(0x5f, false)).toBe(true)
})
