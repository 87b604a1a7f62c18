import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidOptionError } from '../errors.ts'
import { createRandom } from '../random.ts'
import { createCaesar } from './caesar.ts'

const caesar = createCaesar()
const key = fc.record({ shift: fc.maxSafeInteger() })

test.each([
  ['3', 3],
  ['-3', -3],
  ['+4', 4],
  [' 13 ', 13],
  ['rot13', 13],
  ['ROT13', 13],
])('key %j', (words, shift) => {
  expect(caesar.parseKey(words)).toEqual({ shift })
})

test.each(['', 'x', '3.5', '1e3', '99999999999999999999', '--3'])('key %j is refused', (words) => {
  expect(() => caesar.parseKey(words)).toThrow(
    'key: expected a whole number such as 3 or -3, or rot13, received',
  )
})

test('parseKey reads what formatKey writes', () => {
  fc.assert(
    fc.property(key, (k) => {
      expect(caesar.parseKey(caesar.formatKey(k))).toEqual(k)
    }),
  )
})

test('parseKey stands on its own', () => {
  const { parseKey } = caesar
  expect(parseKey('3')).toEqual({ shift: 3 })
  expect(() => parseKey('x')).toThrow(InvalidOptionError)
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 1.5])('shift %d is no key', (shift) => {
  for (const use of [caesar.encrypt, caesar.decrypt]) expect(() => use('a', { shift })).toThrow('shift:')
  expect(() => caesar.formatKey({ shift })).toThrow(`shift: expected a whole number, received ${shift}`)
})

test('random keys change the text, and every such key comes up', () => {
  const random = createRandom(1)
  const shifts = new Set(Array.from({ length: 1000 }, () => caesar.generateKey(random).shift))
  expect([...shifts].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1))
})

test('random keys of another alphabet', () => {
  const random = createRandom(1)
  const four = createCaesar('abcd')
  expect(new Set(Array.from({ length: 100 }, () => four.generateKey(random).shift))).toEqual(
    new Set([1, 2, 3]),
  )
})
