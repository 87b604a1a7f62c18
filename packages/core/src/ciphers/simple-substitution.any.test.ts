import { describe, expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { createAtbash } from './atbash.ts'
import { createCaesar } from './caesar.ts'
import { createSubstitution } from './simple-substitution.ts'

const substitution = createSubstitution()

test.each([
  // Wikipedia, Substitution cipher.
  ['flee at once. we are discovered!', 'ZEBRAS', 'siaa zq lkba. va zoa rfpbluaoar!'],
  // Stinson, Cryptography: Theory and Practice, the permutation of section 1.1.2 and its exercise.
  ['thisciphertextcannotbedecrypted', 'XNYAHPOGZQWBTSFLRCVMUEKJDI', 'mgzvyzlghcmhjmyxssfmnhahycdlmha'],
  ['This Cipher: Text!', 'xnyahpogzqwbtsflrcvmuekjdi', 'Mgzv Yzlghc: Mhjm!'],
])('%j under %s', (plaintext, words, ciphertext) => {
  const key = substitution.parseKey(words)
  expect(substitution.encrypt(plaintext, key)).toBe(ciphertext)
  expect(substitution.decrypt(ciphertext, key)).toBe(plaintext)
})

test('Caesar and Atbash are two of its keys', () => {
  const text = 'The quick brown fox jumps over the lazy dog.'
  const under = (alphabet: string) => substitution.encrypt(text, { alphabet })
  expect(under('defghijklmnopqrstuvwxyzabc')).toBe(createCaesar().encrypt(text, { shift: 3 }))
  expect(under('zyxwvutsrqponmlkjihgfedcba')).toBe(createAtbash().encrypt(text, {}))
})

test('another alphabet', () => {
  const greek = createSubstitution('αβγδ')
  expect(greek.encrypt('Αβγδ', greek.parseKey('δα'))).toBe('Δαβγ')
})

describe('keys', () => {
  test.each([
    ['zebras', 'zebrascdfghijklmnopqtuvwxy'],
    [' The Quick fox ', 'thequickfoxabdgjlmnprsvwyz'],
    ["don't-look", 'dontlkabcefghijmpqrsuvwxyz'],
    ['QWERTYUIOPASDFGHJKLZXCVBNM', 'qwertyuiopasdfghjklzxcvbnm'],
  ])('%j', (words, alphabet) => {
    expect(substitution.parseKey(words)).toEqual({ alphabet })
    expect(substitution.formatKey({ alphabet: alphabet.toUpperCase() })).toBe(alphabet)
  })

  test.each(['', ' ', '-', '3', 'key1', 'é', 'abcdefghijklmnopqrstuvwxyy'])('%j is refused', (words) => {
    expect(() => substitution.parseKey(words)).toThrow('key: expected a cipher alphabet of 26 letters')
  })

  test.each(['', 'abc', 'abcdefghijklmnopqrstuvwxyy', 'abcdefghijklmnopqrstuvwxy.'])(
    'the alphabet %j is refused',
    (alphabet) => {
      for (const use of [substitution.encrypt, substitution.decrypt]) {
        expect(() => use('x', { alphabet })).toThrow('alphabet: expected each of the 26 letters once')
      }
    },
  )

  test('random keys are whole alphabets, and change even the smallest text', () => {
    const random = createRandom(1)
    const small = createSubstitution('ab')
    for (let i = 0; i < 20; i++) expect(small.generateKey(random)).toEqual({ alphabet: 'ba' })
    const keys = Array.from({ length: 200 }, () => substitution.generateKey(random).alphabet)
    expect(new Set(keys).size).toBe(200)
    // Each letter comes first now and then.
    expect(new Set(keys.map(([first]) => first)).size).toBe(26)
  })
})
