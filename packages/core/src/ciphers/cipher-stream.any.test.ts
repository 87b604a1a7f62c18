import { describe, expect, test } from 'vitest'
import { createAlphabet, LATIN } from '../alphabet.ts'
import { createCaesar } from './caesar.ts'
import { defineCipher } from './cipher.ts'
import { createCipherStream } from './cipher-stream.ts'

/** Trithemius: the first letter stays, the second moves one place, the third two. Its phase is one number. */
const trithemius = defineCipher<string>({
  name: 'trithemius',
  alphabet: createAlphabet(LATIN),
  keyHint: 'anything',
  phaseLength: 1,
  encryptor: () => (index, phase) => (index + phase[0]++) % 26,
  decryptor: () => (index, phase) => (index + 26 - (phase[0]++ % 26)) % 26,
  generateKey: () => '',
  parseKey: (text) => text,
  formatKey: (key) => key,
})

test.each([
  // By hand, from the tabula recta of Trithemius (Polygraphia, 1518), row after row.
  ['HELLO', 'HFNOS'],
  ['Hi, hello 😀!', 'Hj, jhpqu 😀!'],
])('a cipher with a phase: %j is %j', (plaintext, ciphertext) => {
  expect(trithemius.encrypt(plaintext, '')).toBe(ciphertext)
  expect(trithemius.decrypt(ciphertext, '')).toBe(plaintext)
})

describe('a stream carries the phase', () => {
  test('from chunk to chunk, where two texts of their own would begin twice', () => {
    const stream = createCipherStream(trithemius, '', 'encrypt')
    expect(stream.push('HEL') + stream.push('') + stream.push('LO')).toBe('HFNOS')
    expect(trithemius.encrypt('HEL', '') + trithemius.encrypt('LO', '')).toBe('HFNLP')
  })

  test('to another place, and what was saved stays as it was', () => {
    const stream = createCipherStream(trithemius, '', 'decrypt')
    expect(stream.push('HFN')).toBe('HEL')
    const saved = stream.save()
    const again = [0, 1].map(() => createCipherStream(trithemius, '', 'decrypt', saved).push('OS'))
    expect([...again, stream.push('OS')]).toEqual(['LO', 'LO', 'LO'])
    expect(saved).toEqual(Int32Array.of(3))
  })

  test('but not to another cipher', () => {
    const saved = createCipherStream(trithemius, '', 'encrypt').save()
    expect(() => createCipherStream(createCaesar(), { shift: 3 }, 'encrypt', saved)).toThrow(
      'phase: expected 0 numbers, received 1',
    )
  })
})

test('a key of no use is refused before any text comes', () => {
  expect(() => createCipherStream(createCaesar(), { shift: 0.5 }, 'encrypt')).toThrow(
    'shift: expected a whole',
  )
})
