import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { createCaesar } from './caesar.ts'
import { createCipher } from './index.ts'

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

const text = fc.string({ unit: 'binary' })
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

test('cutting the text changes nothing', () => {
  fc.assert(
    fc.property(text, fc.nat(), key, (plain, at, k) => {
      const cut = at % (plain.length + 1)
      expect(caesar.encrypt(plain.slice(0, cut), k) + caesar.encrypt(plain.slice(cut), k)).toBe(
        caesar.encrypt(plain, k),
      )
    }),
  )
})

test('digits, emoji and other scripts pass unchanged', () => {
  expect(caesar.encrypt('é 😀 42 Жук', { shift: 5 })).toBe('é 😀 42 Жук')
})

test('another alphabet', () => {
  const cyrillic = createCaesar('абвгдеёжзийклмнопрстуфхцчшщъыьэюя')
  // Wikipedia (Russian), Шифр Цезаря.
  const [plaintext, ciphertext] = [
    'Съешь же ещё этих мягких французских булок, да выпей чаю.',
    'Фэзыя йз зьи ахлш пвёнлш чугрщцкфнлш дцосн, жг еютзм ъгб.',
  ]
  expect(cyrillic.encrypt(plaintext, { shift: 3 })).toBe(ciphertext)
  expect(cyrillic.decrypt(ciphertext, { shift: 3 })).toBe(plaintext)
})

test('a text of several megabytes', () => {
  const long = 'Data, '.repeat(500_000)
  expect(caesar.encrypt(long, { shift: 3 })).toBe('Gdwd, '.repeat(500_000))
})

test.each([
  ['3', 3],
  ['-3', -3],
  ['+4', 4],
  [' 13 ', 13],
  ['rot13', 13],
  ['ROT13', 13],
])('key %j', (words, shift) => {
  expect(caesar.parseKey(words)).toEqual({ shift })
})

test.each(['', 'x', '3.5', '1e3', '99999999999999999999', '--3'])('key %j is refused', (words) => {
  expect(() => caesar.parseKey(words)).toThrow(
    'key: expected a whole number such as 3 or -3, or rot13, received',
  )
})

test('parseKey reads what formatKey writes', () => {
  fc.assert(
    fc.property(key, (k) => {
      expect(caesar.parseKey(caesar.formatKey(k))).toEqual(k)
    }),
  )
})

test('a shift that is no whole number is refused', () => {
  expect(() => caesar.encrypt('a', { shift: 0.5 })).toThrow('shift: expected a whole number, received 0.5')
})

test('random keys change the text, and every such key comes up', () => {
  const random = createRandom(1)
  const shifts = new Set(Array.from({ length: 1000 }, () => caesar.generateKey(random).shift))
  expect([...shifts].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1))
})

test('ciphers are found by name', () => {
  expect(createCipher('caesar').encrypt('data', { shift: 3 })).toBe('gdwd')
  expect(() => createCipher('toString')).toThrow('cipher: expected one of caesar, received "toString"')
})
