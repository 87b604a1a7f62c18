import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { createCipherStream } from './cipher-stream.ts'
import { everyCipher, findCipher } from './every-cipher.ts'
import { ciphers, createCipher } from './index.ts'

test('ciphers are found by name', () => {
  expect(createCipher('caesar').encrypt('data', { shift: 3 })).toBe('gdwd')
  expect(() => createCipher('toString')).toThrow(
    `cipher: expected one of ${Object.keys(ciphers).join(', ')}, received "toString"`,
  )
})

test('all of them, those that write a letter by its place too', () => {
  expect(findCipher('vigenere').encrypt('attack', { key: 'LEMON' })).toBe('lxfopv')
  expect(() => findCipher('toString')).toThrow(
    `cipher: expected one of ${Object.keys(everyCipher).join(', ')}, received "toString"`,
  )
})

/** Whole code points, and any UTF-16 units: halves of pairs too. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.lorem({ mode: 'sentences' }),
)

const ofSomeLength = Object.keys(everyCipher).filter((name) => findCipher(name).writes)
const ofOneLength = Object.keys(everyCipher).filter((name) => !findCipher(name).writes)

describe.each(ofOneLength)('%s: a unit for a unit', (name) => {
  const cipher = findCipher(name)
  const key = fc.integer().map((seed) => cipher.generateKey(createRandom(seed)))

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
})

describe.each(ofSomeLength)('%s: letters put in, or other signs', (name) => {
  const cipher = findCipher(name)
  const key = fc.integer().map((seed) => cipher.generateKey(createRandom(seed)))
  const isCaseless = ['trifid', 'nihilist', 'checkerboard', 'book'].includes(name)
  const cased = (written: string): string => (isCaseless ? written.toLowerCase() : written)
  /** A text with I for J, and without the letters that may be put in. */
  const withoutFillers = (written: string): string =>
    cased(written).replaceAll('j', 'i').replaceAll('J', 'I').replace(/[xqz]/gi, '')

  test('what is deciphered is the text, but for letters put in and those that share a place', () => {
    fc.assert(
      fc.property(text, key, (plain, k) => {
        const plaintext = `${plain} the quick brown fox`
        const ciphertext = cipher.encrypt(plaintext, k)
        const again = cipher.decrypt(ciphertext, k)
        expect(withoutFillers(ciphertext)).not.toBe(withoutFillers(plaintext))
        expect(withoutFillers(again)).toBe(withoutFillers(plaintext))
        expect(cased(cipher.decrypt(cipher.encrypt(again, k), k))).toBe(cased(again))
      }),
    )
  })

  test('of a cipher of blocks: a unit for each unit when deciphering, and what is no letter stays', () => {
    if (cipher.writes !== 'blocks') return
    const rest = (units: string) =>
      Array.from(units.split(''), (unit) => (cipher.alphabet.indexOf(unit.charCodeAt(0)) === -1 ? unit : 'x'))
    fc.assert(
      fc.property(text, key, (ciphertext, k) => {
        expect(rest(cipher.decrypt(ciphertext, k))).toEqual(rest(ciphertext))
      }),
    )
  })
})

describe.each(Object.keys(everyCipher))('%s', (name) => {
  const cipher = findCipher(name)
  const key = fc.integer().map((seed) => cipher.generateKey(createRandom(seed)))

  test('the name it is found by is its own', () => {
    expect(cipher.name).toBe(name)
  })

  test('the keys that can be listed are its keys, each of another meaning', () => {
    const keys = cipher.listKeys?.() ?? []
    expect(new Set(keys.map((k) => cipher.encrypt(cipher.alphabet.letters, k))).size).toBe(keys.length)
    for (const k of keys) expect(cipher.parseKey(cipher.formatKey(k))).toEqual(k)
  })

  test.each(['encrypt', 'decrypt'] as const)('any chunking of a stream gives the same: %s', (direction) => {
    fc.assert(
      fc.property(text, fc.array(fc.nat()), key, (whole, cuts, k) => {
        const ends = [...cuts.map((cut) => cut % (whole.length + 1)), whole.length].sort((a, b) => a - b)
        let stream = createCipherStream(cipher, k, direction)
        const parts = ends.map((end, i) => {
          // Goes on in another place after every other chunk.
          if (i % 2 === 1) stream = createCipherStream(cipher, k, direction, stream.save())
          return stream.push(whole.slice(i === 0 ? 0 : ends[i - 1], end))
        })
        expect(parts.join('') + stream.end()).toBe(cipher[direction](whole, k))
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
