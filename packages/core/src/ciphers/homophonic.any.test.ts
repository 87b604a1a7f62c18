import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidOptionError } from '../errors.ts'
import { createRandom } from '../random.ts'
import { createHomophonic } from './homophonic.ts'
import { homophonicTable } from './homophonic-key.ts'

const homophonic = createHomophonic()
const { parseKey, formatKey, generateKey, encrypt } = homophonic

test.each([
  ['9=i %=l P=i', '9=i %=l P=i'],
  ['9=I,%=l , P = i', '9=i %=l P=i'],
  // The signs that pairs are written with may be symbols too.
  ['==o ,=x,a=b', '==o ,=x a=b'],
  ['07=t 12=e 12=e', '7=t 12=e'],
])('the key %s is read as %s', (text, key) => {
  expect(parseKey(text)).toEqual({ key })
  expect(parseKey(formatKey({ key }))).toEqual({ key })
})

test.each([
  ['', '""'],
  ['9=i %', '"%"'],
  ['9=i Pq=l', '"Pq=l"'],
  ['9=ii', '"9=ii"'],
  ['1234=e', '"1234=e"'],
  ['12=é', '"12=é"'],
  ['9=i 😀=l', '"😀=l"'],
])('the key %s is refused, and it is said why', (text, received) => {
  expect(() => parseKey(text)).toThrow(InvalidOptionError)
  expect(() => parseKey(text)).toThrow(`key: expected what each symbol stands for, such as "9=i %=l P=i"`)
  expect(() => parseKey(text)).toThrow(`received ${received}`)
})

test('a symbol of two letters, and numbers beside signs, are refused by name', () => {
  expect(() => parseKey('9=i %=l 9=k')).toThrow('one letter for each symbol: 9 is i, received "9=k"')
  expect(() => parseKey('12=i %=l')).toThrow('numbers alone, or characters alone, received "%=l"')
})

test('the symbols of a letter take turns; between numbers stands a space, and between words a slash', () => {
  expect(encrypt('Tee\neet', { key: '+=e 7=t 4=e' })).toBe('7+4\n+47')
  expect(encrypt('tee eet', { key: '12=e 7=t 45=e' })).toBe('7 12 45 / 12 45 7')
  expect(() => encrypt('tea', { key: '12=e 7=t 45=e' })).toThrow('plaintext: expected letters that have')
})

describe('random keys', () => {
  test('have every letter, and common ones most often', () => {
    const letters = [...homophonicTable(generateKey(createRandom(1), { size: 54 })).values()]
    expect(letters).toHaveLength(54)
    expect(new Set(letters).size).toBe(26)
    expect(letters.filter((letter) => letter === 'e')).toHaveLength(6)
    expect(letters.filter((letter) => letter === 'q')).toHaveLength(1)
  })

  test.each([{ size: 25 }, { size: 91 }, { size: 1001, numbers: true }])('%j is refused', (options) => {
    expect(() => generateKey(createRandom(1), options)).toThrow('size: expected a whole number, 26 to')
  })

  test('are read back, and their text by their table', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 26, max: 89 }),
        fc.boolean(),
        fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz') }),
        (seed, size, numbers, plaintext) => {
          const key = generateKey(createRandom(seed), { size, numbers })
          expect(parseKey(formatKey(key))).toEqual(key)
          const table = homophonicTable(key)
          const symbols = encrypt(plaintext, key, createRandom(seed)).split(numbers ? ' ' : '')
          expect(symbols.map((symbol) => table.get(symbol) ?? '').join('')).toBe(plaintext)
        },
      ),
      { numRuns: 30 },
    )
  })
})
