import { createRandom } from '@runnel/core'
import { everyCipher, findCipher, LONGEST_TEXT } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { sessionLaws } from '../testing/index.ts'
import { cipherNamed } from './cipher-named.ts'

const plaintext = 'Meet me at the old bridge, at 5 — and bring the map! '.repeat(2)

describe.each(Object.keys(everyCipher))('%s under a known key', (name) => {
  const cipher = findCipher(name)
  const key = cipher.formatKey(cipher.generateKey(createRandom(5)))
  const decipherer = createDecipherer({ cipher: cipherNamed(name, key), key })

  test('goes on in another place after every unit', () => {
    let session = decipherer.createSession()
    let text = ''
    for (const unit of cipher.encrypt(plaintext, cipher.parseKey(key)).split('')) {
      text += finalText(session.push(unit))
      session = decipherer.createSession(session.snapshot())
    }
    expect(text + finalText(session.flush())).toBe(plaintext)
  })

  test('tells the key in a form that JSON keeps', () => {
    const [told] = decipherer.createSession().push('x')
    expect(told).toEqual({ type: 'key', start: 0, cipher: name, key: cipher.parseKey(key), probability: 1 })
    expect(JSON.parse(JSON.stringify(told))).toEqual(told)
  })

  test.each(sessionLaws(20))('$name', ({ check }) =>
    check({
      decipherer,
      decrypt: (ciphertext) => cipher.decrypt(ciphertext, cipher.parseKey(key)),
      // A transposition holds the text.
      snapshotBytes: 160 + 300 + (cipher.phaseLength === Number.POSITIVE_INFINITY ? 2 * LONGEST_TEXT : 0),
    }),
  )
})

test('a name without a key is left to the decipherer, and so is a key without a cipher', () => {
  expect(cipherNamed('caesar', undefined)).toBe('caesar')
  expect(cipherNamed('auto', '3')).toBe('auto')
  expect(() => cipherNamed('trithemius', undefined)).toThrow(
    'key: expected the key: that of trithemius is not',
  )
  expect(() => cipherNamed('enigmatic', 'key')).toThrow('cipher: expected one of caesar')
})
