import { describe, expect, test } from 'vitest'
import { everyCipher, findCipher } from '../ciphers/every-cipher.ts'
import { overLetters } from '../ciphers/over-letters.ts'
import { createRandom } from '../random.ts'
import { alphabets, findLetters } from './index.ts'

test.each([
  ['en', 26],
  ['es', 27],
  ['sv', 29],
  ['no', 29],
  ['da', 29],
  ['el', 24],
  ['ru', 33],
  ['ru-32', 32],
  ['uk', 33],
])('%s has %d letters, as its name says', (code, letters) => {
  expect(findLetters(code)).toHaveLength(letters)
  expect(alphabets[code].name).toMatch(new RegExp(`, ${letters}\\b`))
})

test.each([
  ['es', 'caesar', '1', 'Niño', 'Ñjop'],
  ['sv', 'atbash', 'none', 'Åäö', 'Cba'],
  ['uk', 'caesar', '1', 'Ґанок', 'Дбопл'],
  // A column of the square that Russian schoolbooks print: В moved by К.
  ['ru', 'vigenere', 'К', 'в', 'м'],
  ['el', 'affine', '5,8', 'αβγ', 'ιξτ'],
  ['da', 'vigenere', 'Å', 'bø', 'aæ'],
])('%s: %s under %s writes %s as %s', (code, name, key, plaintext, ciphertext) => {
  const cipher = findCipher(name, findLetters(code))
  expect(cipher.encrypt(plaintext, cipher.parseKey(key))).toBe(ciphertext)
})

describe.each(Object.keys(alphabets))('%s', (code) => {
  test.each(Object.keys(overLetters))('%s gives every letter back', (name) => {
    const cipher = findCipher(name, findLetters(code))
    const { letters } = cipher.alphabet
    const key = cipher.generateKey(createRandom(7))
    const plaintext = `${letters} ${letters.toUpperCase()}, ${letters}`
    expect(cipher.decrypt(cipher.encrypt(plaintext, key), cipher.parseKey(cipher.formatKey(key)))).toBe(
      plaintext,
    )
  })
})

test('over their own letters they are what they are by name', () => {
  for (const name of Object.keys(overLetters)) {
    const key = everyCipher[name]().generateKey(createRandom(3))
    expect(findCipher(name, findLetters('en')).encrypt('Over the hills', key)).toBe(
      findCipher(name).encrypt('Over the hills', key),
    )
  }
})

test('letters of one’s own are taken as they are; a code that is none, and slips, are refused', () => {
  expect(findLetters('abcdefghiklmnopqrstuvwxyz')).toBe('abcdefghiklmnopqrstuvwxyz')
  expect(() => findLetters('tlh')).toThrow('alphabet: expected one of en, es, sv, no, da, el, ru, ru-32, uk')
  expect(() => findLetters('toString')).toThrow('received "toString"')
  expect(() => findLetters('abcdefghija')).toThrow('each letter once')
  expect(() => findCipher('porta', findLetters('es'))).toThrow('alphabet: expected none beside cipher porta')
})
