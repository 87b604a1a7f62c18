import { findCipher } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import type { EnglishGains } from '../english-gains.ts'
import { pairGain } from '../english-gains.ts'
import { xorFit } from './bytes.ts'
import { hillFit } from './hill.ts'
import { affineFit, caesarFit } from './one-alphabet.ts'
import { autokeyFit, periodicFit } from './periodic.ts'

// From A Tale of Two Cities.
const english =
  'it was the best of times it was the worst of times it was the age of wisdom it was the age of foolishness it was the ' +
  'epoch of belief it was the epoch of incredulity it was the season of light it was the season of darkness it was the ' +
  'spring of hope it was the winter of despair we had everything before us we had nothing before us'

const lettersOf = (text: string): Uint8Array =>
  Uint8Array.from(text.toLowerCase().replace(/[^a-z]/g, ''), (letter) => letter.charCodeAt(0) - 97)

/** Gains by the text itself. */
const gains: EnglishGains = (() => {
  const letters = new Float64Array(26).fill(1)
  const pairs = new Float64Array(676).fill(0.2)
  const bytes = new Float64Array(256).fill(0.01)
  const all = lettersOf(english)
  for (let i = 0; i < all.length; i++) {
    letters[all[i]]++
    if (i > 0) pairs[26 * all[i - 1] + all[i]]++
  }
  for (let i = 0; i < english.length; i++) bytes[english.charCodeAt(i)]++
  const total = letters.reduce((a, b) => a + b)
  const written = bytes.reduce((a, b) => a + b)
  return {
    letters: letters.map((count) => Math.log2((26 * count) / total)),
    pairs: pairs.map((count, pair) => Math.log2((26 * count) / (letters[Math.floor(pair / 26)] + 4))),
    bytes: bytes.map((count) => Math.log2((256 * count) / written)),
  }
})()

const plain = lettersOf(english)
const under = (name: string, key: string): Uint8Array => {
  const cipher = findCipher(name)
  return lettersOf(cipher.encrypt(english, cipher.parseKey(key)))
}
const asItStands = pairGain(plain, gains)

test('a key that is right gains what the plaintext does, less the bits of the key', () => {
  expect(caesarFit(under('caesar', '3'), gains).gain).toBeCloseTo(asItStands - 4.64, 9)
  expect(affineFit(under('affine', '5,8'), gains).gain).toBeCloseTo(asItStands - 8.16, 9)
  expect(affineFit(under('atbash', 'none'), gains).gain).toBeCloseTo(asItStands - 8.16, 9)
})

test.each([
  ['vigenere', 'LEMON', 5, 23.5],
  ['beaufort', 'LEMON', 5, 23.5],
  ['variant-beaufort', 'LEMON', 5, 23.5],
  // A key that repeats within itself is told by its shorter half.
  ['vigenere', 'ABAB', 2, 9.4],
  ['porta', 'FORTIS', 6, 22.2],
])('%s under %s has a period of %i', (name, key, period, bits) => {
  const fit = periodicFit(under(name, key).subarray(0, 256), gains)
  expect(fit.period).toBe(period)
  expect(fit.gain).toBeCloseTo(pairGain(plain.subarray(0, 256), gains) - bits, 9)
})

test.each([
  ['autokey', 'LEMON', 5],
  ['ciphertext-autokey', 'QUEENLY', 7],
])('%s under %s is read on from letter %i', (name, key, period) => {
  const letters = under(name, key)
  const fit = autokeyFit(letters, gains)
  expect(fit.period).toBe(period)
  expect(fit.gain).toBeGreaterThan(0.8 * asItStands)
  expect(periodicFit(letters, gains).gain).toBeLessThan(0.5 * fit.gain)
})

test('a matrix of two by two is found, for pairs of letters', () => {
  const even = plain.subarray(0, 256)
  const enciphered = even.map((_, i) => {
    const [x, y] = [even[i & ~1], even[i | 1]]
    return i % 2 === 0 ? (3 * x + 3 * y) % 26 : (2 * x + 5 * y) % 26
  })
  const single = even.reduce((sum, letter) => sum + gains.letters[letter], 0)
  expect(hillFit(enciphered, gains).gain).toBeCloseTo(single - 18.8, 9)
  expect(hillFit(under('vigenere', 'LEMONADES').subarray(0, 256), gains).gain).toBeLessThan(single / 2)
})

test('a key of bytes is found', () => {
  const bytes = new TextEncoder().encode(english)
  const key = Uint8Array.of(0x13, 0xa7, 0x5c)
  const { gain, period } = xorFit(
    bytes.map((byte, i) => byte ^ key[i % 3]),
    gains,
  )
  expect(period).toBe(3)
  expect(gain).toBeCloseTo(bytes.reduce((sum, byte) => sum + gains.bytes[byte], 0) - 24, 9)
})
