import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCaesar } from './caesar.ts'

const caesar = createCaesar()

test.each([
  // The course assignment that Runnel started from.
  ['data', 3, 'gdwd'],
  ['I Like Apples', 3, 'L Olnh Dssohv'],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 3, 'DEFGHIJKLMNOPQRSTUVWXYZABC'],
  ['abcdefghijklmnopqrstuvwxyz', 3, 'defghijklmnopqrstuvwxyzabc'],
  // Wikipedia, Caesar cipher: a left shift of 3, which is 23.
  ['THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG', 23, 'QEB NRFZH YOLTK CLU GRJMP LSBO QEB IXWV ALD'],
  ['THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG', -3, 'QEB NRFZH YOLTK CLU GRJMP LSBO QEB IXWV ALD'],
  // Wikipedia, ROT13.
  ['Why did the chicken cross the road?', 13, 'Jul qvq gur puvpxra pebff gur ebnq?'],
  ['To get to the other side!', 13, 'Gb trg gb gur bgure fvqr!'],
  ['abc', 26, 'abc'],
  ['abc', 26_000_001, 'bcd'],
])('%j with shift %d is %j', (plaintext, shift, ciphertext) => {
  expect(caesar.encrypt(plaintext, { shift })).toBe(ciphertext)
  expect(caesar.decrypt(ciphertext, { shift })).toBe(plaintext)
})

/** Whole code points, and any UTF-16 units: halves of pairs too. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.lorem({ mode: 'sentences' }),
)
const key = fc.record({ shift: fc.integer() })

test('decrypt ∘ encrypt is the identity on any text', () => {
  fc.assert(
    fc.property(text, key, (plain, k) => {
      expect(caesar.decrypt(caesar.encrypt(plain, k), k)).toBe(plain)
    }),
  )
})

test('length, case and everything that is no letter stay', () => {
  const form = (s: string) => s.replace(/[a-z]/g, 'x').replace(/[A-Z]/g, 'X')
  fc.assert(
    fc.property(text, key, (plain, k) => {
      expect(form(caesar.encrypt(plain, k))).toBe(form(plain))
    }),
  )
})

test('cutting the text anywhere, any number of times, changes nothing', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat()), key, (plain, cuts, k) => {
      const ends = [...cuts.map((cut) => cut % (plain.length + 1)), plain.length].sort((a, b) => a - b)
      const chunks = ends.map((end, i) => plain.slice(i === 0 ? 0 : ends[i - 1], end))
      expect(chunks.map((chunk) => caesar.encrypt(chunk, k)).join('')).toBe(caesar.encrypt(plain, k))
    }),
  )
})

test('shifts add up, and only their remainder counts', () => {
  const shift = fc.integer({ min: -1e9, max: 1e9 })
  fc.assert(
    fc.property(text, shift, shift, (plain, a, b) => {
      const twice = caesar.encrypt(caesar.encrypt(plain, { shift: a }), { shift: b })
      expect(twice).toBe(caesar.encrypt(plain, { shift: (a + b) % 26 }))
    }),
  )
})

test.each([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])('a shift of %d', (shift) => {
  // 2⁵³ - 1 = 26 · 346430740566961 + 5
  expect(caesar.encrypt('abc', { shift })).toBe(shift > 0 ? 'fgh' : 'vwx')
  expect(caesar.decrypt(caesar.encrypt('abc', { shift }), { shift })).toBe('abc')
})

test('digits, emoji and other scripts pass unchanged', () => {
  expect(caesar.encrypt('é 😀 42 Жук', { shift: 5 })).toBe('é 😀 42 Жук')
})

test('a text of several megabytes', () => {
  const long = 'Data, '.repeat(500_000)
  expect(caesar.encrypt(long, { shift: 3 })).toBe('Gdwd, '.repeat(500_000))
})

test('a shift that is no whole number is refused', () => {
  expect(() => caesar.encrypt('a', { shift: 0.5 })).toThrow('shift: expected a whole number, received 0.5')
})
