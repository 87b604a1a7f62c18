import { expect, test } from 'vitest'
import { createToyProgressive } from './toy-progressive.ts'

const cipher = createToyProgressive()

test.each([
  // By hand, from the tabula recta of Trithemius (Polygraphia, 1518), row after row.
  ['HELLO', 0, 'HFNOS'],
  ['Hello, hello', 25, 'Gemnr, ljrsw'],
])('%j from %d is %j', (plaintext, first, ciphertext) => {
  expect(cipher.encrypt(plaintext, { first })).toBe(ciphertext)
  expect(cipher.decrypt(ciphertext, { first })).toBe(plaintext)
})

test.each(['', '26', '-1', 'x'])('key %j is refused', (key) => {
  expect(() => cipher.parseKey(key)).toThrow('key: expected a whole number from 0 to 25')
})
