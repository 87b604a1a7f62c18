import { expect, test } from 'vitest'
import { createRot47, PRINTABLE } from './rot47.ts'

const rot47 = createRot47()

test.each([
  // Wikipedia, ROT13: variants.
  ['The Quick Brown Fox Jumps Over The Lazy Dog.', '%96 "F:4< qC@H? u@I yF>AD ~G6C %96 {2KJ s@8]'],
  ['!~', 'PO'],
  ['é 😀\n', 'é 😀\n'],
])('%j is %j, both ways', (plaintext, ciphertext) => {
  expect(rot47.encrypt(plaintext, {})).toBe(ciphertext)
  expect(rot47.decrypt(ciphertext, {})).toBe(plaintext)
})

test('its letters are what ASCII prints, the space left out', () => {
  expect(PRINTABLE).toBe(String.fromCharCode(...Array.from({ length: 94 }, (_, i) => 33 + i)))
})

test('it has no key', () => {
  expect(rot47.parseKey(rot47.formatKey({}))).toEqual({})
  expect(() => rot47.parseKey('47')).toThrow('key: expected none: rot47 has no key, received "47"')
})
