import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCaesar } from './caesar.ts'

test('Russian', () => {
  const cyrillic = createCaesar('абвгдеёжзийклмнопрстуфхцчшщъыьэюя')
  // Wikipedia (Russian), Шифр Цезаря.
  const [plaintext, ciphertext] = [
    'Съешь же ещё этих мягких французских булок, да выпей чаю.',
    'Фэзыя йз зьи ахлш пвёнлш чугрщцкфнлш дцосн, жг еютзм ъгб.',
  ]
  expect(cyrillic.encrypt(plaintext, { shift: 3 })).toBe(ciphertext)
  expect(cyrillic.decrypt(ciphertext, { shift: 3 })).toBe(plaintext)
})

const alphabets = {
  greek: 'αβγδεζηθικλμνξοπρστυφχψω',
  hebrew: 'אבגדהוזחטיכלמנסעפצקרשת',
  german: 'abcdefghijklmnopqrstuvwxyzäöü',
  'upper case and space': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ ',
  'case-sensitive': 'aAbBcC',
  'one letter': 'a',
  'printable ASCII': String.fromCharCode(...Array.from({ length: 94 }, (_, i) => 33 + i)),
}

test.each([
  ['greek', 'Αβ Ωω', 1, 'Βγ Αα'],
  ['hebrew', 'תא', 1, 'אב'],
  ['german', 'Zü', 1, 'Äa'],
  ['upper case and space', 'AZ a', 1, 'B Aa'],
  ['case-sensitive', 'aAC', 1, 'Aba'],
  ['one letter', 'aAb', 5, 'aAb'],
  // ROT47, Wikipedia: ROT13, variants.
  ['printable ASCII', 'The Quick Brown Fox', 47, '%96 "F:4< qC@H? u@I'],
] as const)('%s: %j with shift %d is %j', (alphabet, plaintext, shift, ciphertext) => {
  const caesar = createCaesar(alphabets[alphabet])
  expect(caesar.encrypt(plaintext, { shift })).toBe(ciphertext)
  expect(caesar.decrypt(ciphertext, { shift })).toBe(plaintext)
})

test.each(Object.entries(alphabets))('%s: decrypt ∘ encrypt is the identity', (_, letters) => {
  const caesar = createCaesar(letters)
  const both = fc.constantFrom(...letters, ...letters.toUpperCase(), '-', '😀')
  fc.assert(
    fc.property(fc.string({ unit: both }), fc.integer(), (plain, shift) => {
      expect(caesar.decrypt(caesar.encrypt(plain, { shift }), { shift })).toBe(plain)
    }),
  )
})

test.each([
  ['a letter without upper case among others', 'abcß'],
  ['two letters that share one', 'ρσςτ'],
  ['a space among letters', 'abc '],
  ['one letter in both cases, others in one', 'aAb'],
])('%s could not be given back, and is refused', (_, letters) => {
  expect(() => createCaesar(letters)).toThrow(
    'alphabet: expected an upper case of its own for every letter, or for none',
  )
})

test('an alphabet that is none is refused', () => {
  expect(() => createCaesar('aa')).toThrow('alphabet: expected each letter once')
})
