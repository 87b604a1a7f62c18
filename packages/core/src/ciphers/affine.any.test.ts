import { describe, expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { affineFactors, createAffine } from './affine.ts'
import { createAtbash } from './atbash.ts'
import { createCaesar } from './caesar.ts'

const affine = createAffine()

test.each([
  // Wikipedia, Affine cipher.
  ['AFFINE CIPHER', 5, 8, 'IHHWVC SWFRCP'],
  // Stinson, Cryptography: Theory and Practice, example 1.3.
  ['hot', 7, 3, 'axg'],
  ['Hot!', -19, 29, 'Axg!'],
])('%j with a = %d, b = %d is %j', (plaintext, a, b, ciphertext) => {
  expect(affine.encrypt(plaintext, { a, b })).toBe(ciphertext)
  expect(affine.decrypt(ciphertext, { a, b })).toBe(plaintext)
})

test('with a = 1 it is Caesar, with a = b = 25 Atbash', () => {
  const text = 'The quick brown fox jumps over the lazy dog.'
  expect(affine.encrypt(text, { a: 1, b: 3 })).toBe(createCaesar().encrypt(text, { shift: 3 }))
  expect(affine.encrypt(text, { a: 25, b: 25 })).toBe(createAtbash().encrypt(text, {}))
})

test('another alphabet', () => {
  const greek = createAffine('αβγδεζηθικλμνξοπρστυφχψω')
  const key = { a: 5, b: 2 }
  expect(greek.encrypt('Αβγ', key)).toBe('Γθν')
  expect(greek.decrypt('Γθν', key)).toBe('Αβγ')
})

test('keys as large as numbers go', () => {
  const key = { a: 26 * 346_430_740_566_960 + 5, b: Number.MIN_SAFE_INTEGER }
  expect(affine.decrypt(affine.encrypt('abcxyz', key), key)).toBe('abcxyz')
})

describe('keys', () => {
  test.each([
    ['5,8', { a: 5, b: 8 }],
    [' -5 , +8 ', { a: -5, b: 8 }],
    ['25 0', { a: 25, b: 0 }],
  ])('%j', (words, key) => {
    expect(affine.parseKey(words)).toEqual(key)
    expect(affine.parseKey(affine.formatKey(key))).toEqual(key)
  })

  test.each(['', '5', '5;8', '5,8,1', 'a,b', '1.5,2'])('%j is refused', (words) => {
    expect(() => affine.parseKey(words)).toThrow('key: expected two whole numbers such as 5,8')
  })

  test.each([0, 2, 13, -26, 0.5, Number.NaN])('a = %d is refused', (a) => {
    for (const use of [affine.encrypt, affine.decrypt]) {
      expect(() => use('x', { a, b: 0 })).toThrow(
        'a: expected a whole number without a common divisor with 26',
      )
    }
  })

  test('half a place is refused', () => {
    expect(() => affine.formatKey({ a: 1, b: 0.5 })).toThrow('b: expected a whole number, received 0.5')
  })

  test('random keys change the text, and every such key comes up', () => {
    const random = createRandom(1)
    const keys = new Set(Array.from({ length: 10_000 }, () => affine.formatKey(affine.generateKey(random))))
    expect(keys.size).toBe(311)
    expect(keys.has('1,0')).toBe(false)
  })

  test('factors', () => {
    expect(affineFactors(26)).toEqual([1, 3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25])
    expect(affineFactors(7)).toEqual([1, 2, 3, 4, 5, 6])
  })
})
