import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LATIN } from './alphabet.ts'
import { UnknownSymbolError } from './errors.ts'
import { createTokenizer } from './tokenizer.ts'

const english = createTokenizer(`${LATIN} '0?`, { digit: '0', space: ' ', other: '?' })

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
  ["don't", "don't"],
])('%j reads as %j', (text, symbols) => {
  expect(english.decode(english.encode(text))).toBe(symbols)
})

test('one id for each code point', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(english.encode(text).length).toBe([...text].length)
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
