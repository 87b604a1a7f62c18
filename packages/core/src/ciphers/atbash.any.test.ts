import { expect, test } from 'vitest'
import { createAtbash } from './atbash.ts'

const atbash = createAtbash()

test.each([
  // Wikipedia, Atbash: the table of the Latin alphabet.
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'ZYXWVUTSRQPONMLKJIHGFEDCBA'],
  // Wikipedia, Atbash: words that are one another's.
  ['wizard', 'draziw'],
  ['hob', 'sly'],
  ['Thin, Grow', 'Gsrm, Tild'],
])('%j is %j, both ways', (plaintext, ciphertext) => {
  expect(atbash.encrypt(plaintext, {})).toBe(ciphertext)
  expect(atbash.decrypt(ciphertext, {})).toBe(plaintext)
  expect(atbash.encrypt(ciphertext, {})).toBe(plaintext)
})

test('Jeremiah 25:26: Sheshach is Babel', () => {
  expect(createAtbash('אבגדהוזחטיכלמנסעפצקרשת').encrypt('בבל', {})).toBe('ששכ')
})

test.each(['', 'none', ' NONE '])('key %j', (words) => {
  expect(atbash.parseKey(words)).toEqual({})
  expect(atbash.parseKey(atbash.formatKey({}))).toEqual({})
})

test('any other key is refused', () => {
  expect(() => atbash.parseKey('3')).toThrow('key: expected none: atbash has no key, received "3"')
})
