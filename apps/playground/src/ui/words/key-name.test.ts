import { expect, test } from 'vitest'
import { keyName, shortKeyName } from './key-name.ts'

test.each([
  [{ cipher: 'caesar', key: { shift: 19 } }, 'Caesar, shift 19', 'shift 19'],
  [{ cipher: 'affine', key: { a: 5, b: 8 } }, 'Affine, a 5, b 8', 'a 5, b 8'],
  [{ cipher: 'rot47', key: {} }, 'ROT47', 'ROT47'],
  [{ cipher: 'vigenere', key: { key: 'LEMON' } }, 'Vigenère, LEMON', 'LEMON'],
])('%o', (named, long, short) => {
  expect(keyName(named)).toBe(long)
  expect(shortKeyName(named)).toBe(short)
})
