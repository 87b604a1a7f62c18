import { alphabets } from '@runnel/core/alphabets'
import { findCipher, letterCiphers } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { decryptWith } from './decrypt-with.ts'
import { knownCiphers } from './letter-cipher.ts'

test('a key over other letters is read with once all ciphers are known, whichever cipher of the list it is of', () => {
  const { letters } = alphabets.ru
  const text = 'Привет, как дела?'
  const vigenere = { cipher: 'vigenere', key: { key: 'ЛИМОН' }, over: letters }
  const written = findCipher('vigenere', letters).encrypt(text, vigenere.key)
  const before = knownCiphers.value
  try {
    expect(decryptWith(written, vigenere)).toBeUndefined()
    knownCiphers.value = { list: letterCiphers, over: findCipher }
    expect(decryptWith(written, vigenere)).toBe(text)
    expect(decryptWith('Тулезх', { cipher: 'caesar', key: { shift: 3 }, over: letters })).toBe('Привет')
    // It has letters of its own alone.
    expect(decryptWith(written, { cipher: 'rot47', key: {}, over: letters })).toBeUndefined()
  } finally {
    knownCiphers.value = before
  }
})
