import { findLetterCipher, letterCiphers } from '@runnel/core/ciphers'
import { beforeAll, expect, test } from 'vitest'
import { keyWithLetter } from './key-with-letter.ts'
import { knownCiphers } from './letter-cipher.ts'

beforeAll(() => {
  knownCiphers.value = { list: letterCiphers }
})

const named = (cipher: string, key: string) => ({
  cipher,
  key: findLetterCipher(cipher).parseKey(key) as { readonly key: string },
})

test.each([
  ['vigenere', 'LEMON', 'LEMQN'],
  ['beaufort', 'LEMON', 'LEMQN'],
  ['variant-beaufort', 'LEMON', 'LEMQN'],
  ['gronsfeld', '31415', '31485'],
])('%s: a letter that is set changes its place of the key, and no other', (cipher, key, changed) => {
  const made = findLetterCipher(cipher)
  // The fourth place of the second round.
  const text = made.encrypt('abcdefghijk', made.parseKey(changed))
  const found = keyWithLetter(named(cipher, key), { cipher: text[8], plain: 'i', place: 8 })
  expect(found).toBe(changed)
})

test('none where no key of the cipher reads it so, and where a key is no word', () => {
  // Porta reads a letter of the first half as one of the second.
  expect(keyWithLetter(named('porta', 'LEMON'), { cipher: 'a', plain: 'b', place: 0 })).toBeUndefined()
  const caesar = { cipher: 'caesar', key: { shift: 3 } }
  expect(keyWithLetter(caesar, { cipher: 'a', plain: 'b', place: 0 })).toBeUndefined()
})
