import { createEnigma, createGronsfeld, createVigenere } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createBigramModel, createSampleCounts } from '../testing/index.ts'
import { keyFinders, rotorKeys } from './cipher-named.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const net = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const gronsfeld = createGronsfeld()
const found = createDecipherer({ model: net, counts, cipher: keyFinders.gronsfeld(), candidates: 1 })
const first = gronsfeld.encrypt(plaintext, { key: '31405' })

test('a wholly new key is found, in another place too, and the text before it stays as it was read', () => {
  const ciphertext = first + gronsfeld.encrypt(plaintext.repeat(2), { key: '92718' })
  const events = allEvents(found, ciphertext.split(''))
  const read = finalText(events)
  expect(read.length).toBe(ciphertext.length)
  expect(read.slice(0, plaintext.length)).toBe(plaintext)
  // Some letters were final before they were known to be wrong.
  expect(read.slice(plaintext.length + 30)).toBe(plaintext.repeat(2).slice(30))
  expect(events.at(-1)).toMatchObject({ cipher: 'gronsfeld' })
  // The new key leads, and the beginning is read by the one that it is in.
  const candidates = [{ key: { key: '92718' }, text: plaintext.slice(0, 32) }]
  expect(events.findLast(({ type }) => type === 'candidates')).toMatchObject({ candidates })
  let session = found.createSession()
  const moving = ciphertext.split('').flatMap((unit) => {
    const told = session.push(unit)
    session = found.createSession(session.snapshot())
    return told
  })
  expect([...moving, ...session.flush()]).toEqual(events)
})

test('text that a key does not read has another sought with little work', () => {
  const sought = keyFinders.vigenere()
  const decipherer = createDecipherer({ model: net, counts, cipher: sought })
  const vigenere = createVigenere()
  const strange = 'qxzjvkqwzzqjxkvqzjwxqkzvjqxzvq '
  const workOf = (text: string): number => {
    const before = sought.steps?.() ?? 0
    allEvents(decipherer, [vigenere.encrypt(text, { key: 'RIVER' })])
    return (sought.steps?.() ?? 0) - before
  }
  const alone = workOf(plaintext.repeat(2))
  const beside = workOf(plaintext.repeat(2) + strange) - alone
  expect(beside).toBeGreaterThan(0)
  expect(beside).toBeLessThan(workOf(strange) / 4)
})

test('the old key goes on after text that it does not read', () => {
  const middle = 'qxzjvkqwzzqjxkvqzjwxqkzvjq '
  const whole = gronsfeld.encrypt(plaintext + middle + plaintext.repeat(2), { key: '31405' })
  const end = plaintext.length + middle.length
  const read = finalText(allEvents(found, [first, middle, whole.slice(end)]))
  expect(read.slice(-plaintext.length)).toBe(plaintext)
})

test('a rotor machine that is started anew is found too', () => {
  const enigma = createEnigma()
  const decipherer = createDecipherer({ model: net, counts, cipher: rotorKeys({ start: '?A?' }) })
  const [one, other] = ['B I-II-III MAK', 'B I-II-III QAT'].map((key) => enigma.parseKey(key))
  const ciphertext = enigma.encrypt(plaintext, one) + enigma.encrypt(plaintext, other)
  const read = finalText(allEvents(decipherer, [ciphertext]))
  expect(read.slice(plaintext.length + 30)).toBe(plaintext.slice(30))
})
