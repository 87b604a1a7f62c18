import { findCipher, letterCiphers } from '@runnel/core/ciphers'
import { beforeAll, expect, test } from 'vitest'
import type { NamedKey } from '../../engine/index.ts'
import { keyPeriod, placesIn } from './key-period.ts'
import { knownCiphers } from './letter-cipher.ts'

beforeAll(() => {
  knownCiphers.value = { list: letterCiphers }
})

const named = (cipher: string, key: string): NamedKey => ({
  cipher,
  key: findCipher(cipher).parseKey(key) as NamedKey['key'],
})

test.each([
  ['vigenere', 'LEMON', 'LEMON'],
  ['beaufort', 'ABCABD', 'ABCABD'],
  ['gronsfeld', '314', '314'],
  // A key that repeats in itself is the shorter one.
  ['vigenere', 'ABAB', '12'],
])('%s with %s begins anew', (cipher, key, places) => {
  expect(keyPeriod(named(cipher, key))?.places.join('')).toBe(places)
})

test.each([
  ['caesar', '3'],
  ['autokey', 'LEMON'],
  ['ciphertext-autokey', 'LEMON'],
  ['progressive', '3,1'],
  ['substitution', 'zebras'],
])('%s has no period', (cipher, key) => {
  expect(keyPeriod(named(cipher, key))).toBe(undefined)
})

test('a key that is not complete has none, and letters alone take a place unless the key says all', () => {
  expect(keyPeriod({ cipher: 'vigenere', key: { key: 'LE.ON' } })).toBe(undefined)
  const letters = keyPeriod(named('vigenere', 'LEM'))
  expect(letters?.isEveryUnit).toBe(false)
  const all = keyPeriod(named('vigenere', 'LEM,all'))
  expect(all?.isEveryUnit).toBe(true)
  if (!letters || !all) return
  expect([...placesIn('a b, cd', letters)]).toEqual([0, -1, 1, -1, -1, 2, 3])
  expect([...placesIn('a b', all)]).toEqual([0, 1, 2])
})
