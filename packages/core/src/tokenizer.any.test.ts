import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LATIN } from './alphabet.ts'
import { UnknownSymbolError } from './errors.ts'
import { createTokenizer } from './tokenizer.ts'

const english = createTokenizer(`${LATIN} '0?`, { digit: '0', space: ' ', other: '?' })

/** Any UTF-16 units: halves of surrogate pairs too. */
const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))

test('ids run from 1; 0 is no symbol', () => {
  expect(english.vocabulary).toBe(31)
  expect([...english.encode("az '0?")]).toEqual([1, 26, 27, 28, 29, 30])
  expect(english.decode([1, 2, 0, 3])).toBe('ab')
})

test.each([
  ['Data', 'data'],
  ['1964', '0000'],
  ['a\tb\nc\u00a0d', 'a b c d'],
  ['é—ß', '???'],
  ['a😀b', 'a?b'],
  ['👩‍🚀', '???'],
  ['\ud83d', '?'],
  ['a\ude00b', 'a?b'],
  ['', ''],
  ["don't", "don't"],
])('%j reads as %j', (text, symbols) => {
  expect(english.decode(english.encode(text))).toBe(symbols)
})

test('one id for each code point', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), units), (text) => {
      const ids = english.encode(text)
      expect(ids.length).toBe([...text].length)
      expect(ids.every((id) => id >= 1 && id < english.vocabulary)).toBe(true)
    }),
  )
})

test('decode ∘ encode is the identity on the alphabet', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...english.alphabet) }), (text) => {
      expect(english.decode(english.encode(text))).toBe(text)
    }),
  )
})

test.each([
  ['abç', 'ç', 2],
  ['a😀', '😀', 1],
  ['ab\ude00', '\ude00', 2],
  ['\ud83da', '\ud83d', 0],
  ['a1', '1', 1],
  [' ', ' ', 0],
])('without a class for it, a character of %j throws', (text, symbol, position) => {
  const tokenizer = createTokenizer(LATIN)
  expect(() => tokenizer.encode(text)).toThrow(UnknownSymbolError)
  try {
    tokenizer.encode(text)
  } catch (error) {
    expect(error).toMatchObject({ symbol, position })
  }
})

test('an id out of range throws', () => {
  expect(() => english.decode([1, 31])).toThrow('"id 31" at position 1')
})

test('a class has to be a symbol', () => {
  expect(() => createTokenizer('abc', { other: '?' })).toThrow('other: expected a symbol of the alphabet')
})

test('an unknown symbol is named with its place in UTF-16 units', () => {
  const tokenizer = createTokenizer(`${LATIN}?`)
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...LATIN) }), units, (known, rest) => {
      const unknown = `😀${rest}`
      expect(() => tokenizer.encode(known + unknown)).toThrow(
        expect.objectContaining({ symbol: '😀', position: known.length }),
      )
    }),
  )
})

test('idOf: one UTF-16 unit at a time, none for the second half of a pair', () => {
  // 'a' and the two halves of 😀.
  expect([0x61, 0xd83d, 0xde00].map((unit) => english.idOf(unit))).toEqual([1, 30, 0])
  expect(createTokenizer(LATIN).idOf(0x20)).toBe(-1)
})

test('an alphabet that lists both cases keeps them apart', () => {
  const cased = createTokenizer('aAbB')
  expect([...cased.encode('aAbB')]).toEqual([1, 2, 3, 4])
  expect(cased.decode([2, 1])).toBe('Aa')
})

test('white space and digits are those of ECMAScript', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit)
    const id = english.idOf(unit)
    expect([id === 27, id === 29], unit.toString(16)).toEqual([/\s/.test(character), /\d/.test(character)])
  }
})

test('a symbol of the alphabet is read before the class it belongs to', () => {
  const tokenizer = createTokenizer('07 _', { digit: '0', space: '_' })
  expect(tokenizer.decode(tokenizer.encode('1797 \t'))).toBe('0707 _')
})
