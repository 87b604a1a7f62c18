import { type Chunk, createRandom } from '@runnel/core'
import { findCipher, TextTooLongError } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createBigramModel, createSampleCounts, laws, sessionLaws } from '../testing/index.ts'
import { transpositionFinders } from './cipher-named.ts'

const plaintext =
  'The river comes down from the hills in spring, and carries the snow of the winter with it to the sea.'
const net = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const names = ['reversal', 'rail-fence', 'scytale', 'columnar', 'route', 'transposition']
// Each works out tables of its own.
const decipherers = new Map(
  names.map((name) => [name, createDecipherer({ model: net, counts, cipher: transpositionFinders[name]() })]),
)
const finding = (name: string) => decipherers.get(name) as Decipherer

test.each([
  ['reversal', 'none'],
  ['reversal', 'all'],
  ['rail-fence', '3,1'],
  ['rail-fence', '7,all'],
  ['scytale', '4'],
  ['route', '7,down,bottom-left,counterclockwise'],
  ['route', '9,across,top-right,clockwise,outward,all'],
  ['columnar', '3-1-2'],
  // 80 letters: 3 of 7 columns are a letter longer.
  ['columnar', '5-1-7-3-2-6-4'],
  ['columnar', '4-2-5-1-3,all'],
  ['columnar', '8-3-11-1-6-12-4-9-2-10-5-7'],
])('%s: the key %s is found', (name, written) => {
  const cipher = findCipher(name)
  const key = cipher.parseKey(written)
  const events = allEvents(finding(name), [cipher.encrypt(plaintext, key)])
  expect(finalText(events)).toBe(plaintext)
  expect(events.at(-1)).toMatchObject({ cipher: name, key })
})

test.each([
  ['reversal', 'all'],
  ['rail-fence', '3,1'],
  ['scytale', '7'],
  ['route', '9,across,top-right,clockwise,outward,all'],
  ['columnar', '3-1-2'],
])('transposition: it is found which one it is, %s', (name, written) => {
  const cipher = findCipher(name)
  const key = cipher.parseKey(written)
  const events = allEvents(finding('transposition'), [cipher.encrypt(plaintext, key)])
  expect(finalText(events)).toBe(plaintext)
  expect(events.at(-1)).toMatchObject({ cipher: name, key, probability: expect.toSatisfy((p) => p > 0.99) })
})

test('letters that follow a rule as they stand are no other text in another order', () => {
  const rowed = allEvents(finding('transposition'), ['ETAOIN SHRDLU'])
  expect(rowed.at(-1)).toMatchObject({ cipher: 'unknown', probability: expect.toSatisfy((p) => p > 0.99) })
})

test('text that stands as it is, and text that is none, are told from it', () => {
  const plain = allEvents(finding('rail-fence'), [plaintext])
  expect(plain.at(-1)).toMatchObject({ cipher: 'plain', key: {} })
  const random = createRandom(1)
  const letters = Array.from({ length: 90 }, () => String.fromCharCode(97 + random.integer(26))).join('')
  const none = allEvents(finding('columnar'), [letters])
  expect(none.at(-1)).toMatchObject({ cipher: 'unknown', key: {} })
  expect(finalText(none)).toBe(letters)
})

test('interim text reads what is there as if it ended, each time that the text has doubled', () => {
  const session = finding('reversal').createSession()
  const ciphertext = findCipher('reversal').encrypt(plaintext, {})
  const told = ciphertext.split('').flatMap((unit, i) => session.push(unit).map((event) => ({ event, i })))
  const interim = told.filter(({ event }) => event.type === 'interim')
  expect(interim.map(({ i }) => i + 1)).toEqual([16, 32, 64])
  expect(interim.at(-1)?.event).toMatchObject({ start: 0, text: expect.stringContaining('winter') })
})

test('a pause ends a text, and what follows is another', () => {
  const session = finding('scytale').createSession()
  const ciphertext = findCipher('scytale').encrypt(plaintext, { around: 4 })
  const events = [...session.push(ciphertext), ...session.settle(), ...session.push(ciphertext)]
  expect(finalText([...events, ...session.flush()])).toBe(plaintext.repeat(2))
})

test('a text that is too long is refused by name, and one just as long as may be is read', () => {
  const session = finding('reversal').createSession()
  session.push('x'.repeat(65_536))
  expect(() => session.push('y')).toThrow(TextTooLongError)
  expect(() => session.push('y')).toThrow('reversal needs the whole text, of up to 65536 characters')
  expect(finalText(session.flush())).toHaveLength(65_536)
})

test('without counts the keys are not sought', () => {
  expect(() => createDecipherer({ model: net, cipher: transpositionFinders.columnar() })).toThrow(
    'counts: expected',
  )
})

// Bytes of a snapshot: of the text and of the keys that are held possible.
const MOST_BYTES = 2 * 65_536 + 4096

describe('laws', () => {
  const decipherer = finding('scytale')
  const decrypt = (ciphertext: string): string => finalText(allEvents(decipherer, [ciphertext]))
  const skin = {
    text: async (chunks: readonly Chunk[]) => finalText(allEvents(decipherer, chunks)),
    events: async (chunks: readonly Chunk[]) => allEvents(decipherer, chunks),
    decrypt,
  }
  // Letters in other places take their case along, which the law of length holds to its place.
  const own = laws(2).filter((law) => !law.name.startsWith('length'))
  test.each(own)('$name', ({ check }) => check(skin))
  test.each(sessionLaws(2))('$name', ({ check }) => check({ decipherer, decrypt, snapshotBytes: MOST_BYTES }))
})
