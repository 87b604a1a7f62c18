import { createRandom } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createBigramModel, createSampleCounts, laws, sessionLaws } from '../testing/index.ts'
import { blockFinders } from './cipher-named.ts'

const plaintext =
  'The river comes down from the hills in spring, and carries the snow of the winter with it to the sea.'
const net = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const [hill, playfair] = ['hill', 'playfair'].map((name) =>
  createDecipherer({ model: net, counts, cipher: blockFinders[name]() }),
)

const enciphered = (name: string, key: string, text: string): string => {
  const cipher = findCipher(name)
  return cipher.encrypt(text, cipher.parseKey(key))
}

test.each(['HILL', '3 3 2 5', 'DDCF', '0 1 1 0'])('hill: the matrix %s is found', (written) => {
  const cipher = findCipher('hill')
  const events = allEvents(hill, [enciphered('hill', written, plaintext)])
  expect(finalText(events)).toBe(
    cipher.decrypt(enciphered('hill', written, plaintext), cipher.parseKey(written)),
  )
  expect(events.at(-1)).toMatchObject({ cipher: 'hill', key: cipher.parseKey(written) })
})

test('hill: read while it arrives, and a letter that is left over stays', () => {
  const session = hill.createSession()
  const ciphertext = `${enciphered('hill', 'HILL', plaintext)}Q`
  const told = ciphertext.split('').flatMap((unit) => session.push(unit))
  expect(told.filter(({ type }) => type === 'interim').at(-1)).toMatchObject({
    text: expect.stringContaining('the hills'),
  })
  expect(finalText(session.flush())).toBe(`${plaintext.slice(0, -1)}x.Q`)
})

describe('playfair', () => {
  test('a square is told when the text ends, the same however it is cut', () => {
    const ciphertext = enciphered('playfair', 'playfair example', plaintext.repeat(2))
    const [whole, cut] = [[ciphertext], ciphertext.match(/.{1,50}/g) ?? []].map((chunks) =>
      allEvents(playfair, chunks),
    )
    // Counts of a sentence are not enough for the right one.
    expect(whole.at(-1)).toMatchObject({ cipher: 'playfair' })
    expect(finalText(cut)).toBe(finalText(whole))
    expect(cut.at(-1)).toEqual(whole.at(-1))
  })

  test('what is too short, or no Playfair by its pairs, is not searched', () => {
    for (const text of ['BMODZBXDNABEKUDM', 'AABB'.repeat(60)]) {
      const events = allEvents(playfair, [text])
      expect(finalText(events)).toBe(text)
      expect(events.at(-1)).toMatchObject({ cipher: 'unknown' })
    }
  })
})

test('text that stands as it is, and random letters, are told from it', () => {
  expect(allEvents(hill, [plaintext]).at(-1)).toMatchObject({ cipher: 'plain', key: {} })
  const random = createRandom(1)
  const letters = Array.from({ length: 90 }, () => String.fromCharCode(97 + random.integer(26))).join('')
  expect(allEvents(hill, [letters]).at(-1)).toMatchObject({ cipher: 'unknown', key: {} })
})

describe('the laws', () => {
  const decrypt = (text: string): string => finalText(allEvents(hill, [text]))
  test.each(laws(10))('$name', ({ check }) =>
    check({
      text: async (chunks) => finalText(allEvents(hill, chunks)),
      events: async (chunks) => allEvents(hill, chunks),
      decrypt,
    }),
  )
  test.each(sessionLaws(5))('$name', ({ check }) =>
    check({ decipherer: hill, decrypt, snapshotBytes: 140_000 }),
  )
})

test('without counts no key is found', () => {
  expect(() => createDecipherer({ model: net, cipher: blockFinders.hill() })).toThrow(
    'counts: expected counts',
  )
})
