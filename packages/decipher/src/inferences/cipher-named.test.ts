import { createRandom } from '@runnel/core'
import { findLetters } from '@runnel/core/alphabets'
import { createVigenere, everyCipher, findCipher, LONGEST_TEXT } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { sessionLaws } from '../testing/index.ts'
import { cipherNamed } from './cipher-named.ts'

const plaintext = 'Meet me at the old bridge, at 5 — and bring the map! '.repeat(2)

/** Ciphers whose streams are those of others, which go through all laws. */
const alike = [
  'two-square',
  'four-square',
  'hill',
  'bifid',
  'adfgvx',
  'book',
  'quagmire1',
  'quagmire2',
  'quagmire3',
]

describe.each(Object.keys(everyCipher))('%s under a known key', (name) => {
  const cipher = findCipher(name)
  const key = cipher.formatKey(cipher.generateKey(createRandom(5)))
  const decipherer = createDecipherer({ cipher: cipherNamed(name, key), key })

  test('goes on in another place after every unit', () => {
    let session = decipherer.createSession()
    let text = ''
    const ciphertext = cipher.encrypt(plaintext, cipher.parseKey(key))
    for (const unit of ciphertext.split('')) {
      text += finalText(session.push(unit))
      session = decipherer.createSession(session.snapshot())
    }
    text += finalText(session.flush())
    expect(text).toBe(cipher.decrypt(ciphertext, cipher.parseKey(key)))
    if (cipher.writes === undefined) expect(text).toBe(plaintext)
  })

  test('tells the key in a form that JSON keeps', () => {
    const [told] = decipherer.createSession().push('x')
    expect(told).toEqual({ type: 'key', start: 0, cipher: name, key: cipher.parseKey(key), probability: 1 })
    expect(JSON.parse(JSON.stringify(told))).toEqual(told)
  })

  test.each(alike.includes(name) ? [] : sessionLaws(20))('$name', ({ check }) =>
    check({
      decipherer,
      decrypt: (ciphertext) => cipher.decrypt(ciphertext, cipher.parseKey(key)),
      // A transposition holds the text, a block what stands between its letters.
      snapshotBytes: 160 + 300 + (cipher.phaseLength === Number.POSITIVE_INFINITY ? 2 * LONGEST_TEXT : 0),
    }),
  )
})

test('a block waits as interim text, and what is left over when the text ends stays', () => {
  const session = createDecipherer({
    cipher: cipherNamed('playfair', 'x'),
    key: 'playfair example',
  }).createSession()
  expect(session.push('B').slice(1)).toEqual([{ type: 'interim', start: 0, text: 'B' }])
  expect(session.push('M, O')).toEqual([
    { type: 'final', start: 0, text: 'HI, ' },
    { type: 'interim', start: 4, text: 'O' },
  ])
  expect(session.flush()).toMatchObject([
    { type: 'final', start: 4, text: 'O' },
    { type: 'done', start: 5, letters: 3 },
  ])
})

test('numbers: what comes out is counted', () => {
  const session = createDecipherer({
    cipher: cipherNamed('nihilist', 'x'),
    key: 'zebras,russian',
  }).createSession()
  expect(session.push('37 106 6').slice(1)).toEqual([
    { type: 'final', start: 0, text: 'DY' },
    { type: 'interim', start: 2, text: '6' },
  ])
  expect(session.push('2')).toEqual([{ type: 'interim', start: 2, text: '62' }])
  expect(session.flush()).toMatchObject([
    { type: 'final', start: 2, text: 'N' },
    { type: 'done', start: 3 },
  ])
})

test('a name without a key is left to the decipherer, and so is a key without a cipher', () => {
  expect(cipherNamed('caesar', undefined)).toBe('caesar')
  expect(cipherNamed('auto', '3')).toBe('auto')
  expect(() => cipherNamed('nihilist', undefined)).toThrow('key: expected the key: that of nihilist is not')
  expect(() => cipherNamed('enigmatic', 'key')).toThrow('cipher: expected one of caesar')
})

test('over other letters keys are known, listed or sought; what has letters of its own alone is refused', () => {
  const letters = findLetters('es')
  const decipherer = createDecipherer({ cipher: cipherNamed('vigenere', 'ÑU', letters), key: 'ÑU' })
  const session = decipherer.createSession()
  expect(
    finalText([
      ...session.push(createVigenere(letters).encrypt('Mañana', { key: 'ÑU' })),
      ...session.flush(),
    ]),
  ).toBe('Mañana')
  for (const [name, keys] of [
    ['caesar', 27],
    ['affine', 18 * 27],
    ['auto', 1 + 26 + 1 + (18 * 27 - 27 - 1)],
  ] as const) {
    expect(cipherNamed(name, undefined, letters)).toMatchObject({ name, keys: { length: keys } })
  }
  expect(cipherNamed('autokey', undefined, letters)).toHaveProperty('prepare')
  for (const name of ['rot47', 'porta', 'columnar', 'periodic']) {
    expect(() => cipherNamed(name, undefined, letters)).toThrow(
      `alphabet: expected none beside cipher ${name}`,
    )
  }
})
