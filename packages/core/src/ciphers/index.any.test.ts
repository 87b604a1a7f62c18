import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { ciphers, createCipher } from './index.ts'

test('ciphers are found by name', () => {
  expect(createCipher('caesar').encrypt('data', { shift: 3 })).toBe('gdwd')
  expect(() => createCipher('toString')).toThrow(
    'cipher: expected one of caesar, affine, atbash, rot47, received "toString"',
  )
})

/** Whole code points, and any UTF-16 units: halves of pairs too. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.lorem({ mode: 'sentences' }),
)

describe.each(Object.keys(ciphers))('%s', (name) => {
  const cipher = createCipher(name)
  const key = fc.integer().map((seed) => cipher.generateKey(createRandom(seed)))

  test('the name it is found by is its own', () => {
    expect(cipher.name).toBe(name)
  })

  test('decrypt ∘ encrypt is the identity on any text, and a random key changes it', () => {
    fc.assert(
      fc.property(text, key, (plain, k) => {
        const ciphertext = cipher.encrypt(`${plain} the quick brown fox`, k)
        expect(ciphertext.endsWith('the quick brown fox')).toBe(false)
        expect(cipher.decrypt(ciphertext, k)).toBe(`${plain} the quick brown fox`)
      }),
    )
  })

  test('one unit for each unit; what is no letter of its alphabet stays', () => {
    const rest = (units: string) =>
      Array.from(units.split(''), (unit) => (cipher.alphabet.indexOf(unit.charCodeAt(0)) === -1 ? unit : 'x'))
    fc.assert(
      fc.property(text, key, (plain, k) => {
        expect(rest(cipher.encrypt(plain, k))).toEqual(rest(plain))
      }),
    )
  })

  test('cutting the text anywhere changes nothing', () => {
    fc.assert(
      fc.property(text, fc.nat(), key, (plain, place, k) => {
        const cut = place % (plain.length + 1)
        const parts = cipher.encrypt(plain.slice(0, cut), k) + cipher.encrypt(plain.slice(cut), k)
        expect(parts).toBe(cipher.encrypt(plain, k))
      }),
    )
  })

  test('parseKey reads what formatKey writes', () => {
    fc.assert(
      fc.property(key, (k) => {
        expect(cipher.parseKey(cipher.formatKey(k))).toEqual(k)
      }),
    )
  })
})
