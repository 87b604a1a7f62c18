import { type Chunk, createRandom } from '@runnel/core'
import { createGronsfeld, createVigenere, createXor, findCipher, textAsBytes } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { createColumnPlan } from '../belief/columns/column-plan.ts'
import { sharedCosts } from '../belief/columns/costs.ts'
import { PeriodicBelief } from '../belief/columns/periodic-belief.ts'
import { foldedIds } from '../belief/hypothesis/folded-ids.ts'
import { createSearchPlan } from '../belief/hypothesis/plan.ts'
import { createReadings } from '../belief/hypothesis/readings.ts'
import { createDecipherer } from '../decipherer.ts'
import { SnapshotMismatchError } from '../errors.ts'
import { keyFamilyOf } from '../keys/index.ts'
import { createPeriodicFamily } from '../keys/periodic-family.ts'
import { netLanguageModel } from '../language/net-language-model.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherEvent, DoneEvent } from '../session/events.ts'
import {
  allEvents,
  type BeliefSubject,
  beliefLaws,
  createBigramModel,
  createSampleCounts,
  laws,
  sessionLaws,
} from '../testing/index.ts'
import { encodeWords, keyFinders, loadWords } from './cipher-named.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const net = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const finding = (name: string) => createDecipherer({ model: net, counts, cipher: keyFinders[name]() })

/** Bytes of a snapshot at the most: of the text, and of the keys that are kept. */
const MOST_BYTES = 40 * 1024

describe('the belief', () => {
  const family = createPeriodicFamily({ cipher: createGronsfeld(), values: '0123456789' })
  const work = { steps: 0 }
  const columns = createColumnPlan({
    family,
    counts,
    work,
    costs: sharedCosts(counts),
    idOf: foldedIds(counts.tokenizer),
    decrypt: (text, key) => createGronsfeld().decrypt(text, key),
  })
  const model = netLanguageModel(net)
  const caesar = keyFamilyOf('caesar')
  const search = createSearchPlan(model, caesar, createReadings(caesar, model.tokenizer, model.name), {
    changeRate: 1e-6,
    drop: 1e-6,
  })
  const create: BeliefSubject['create'] = (saved) => new PeriodicBelief(columns, search, saved)
  test.each(beliefLaws(1))('$name', ({ check }) => check({ symbols: caesar.symbols, create }))

  test('of letters that have all come keys are sought once, and are the same', () => {
    const ciphertext = createGronsfeld().encrypt(plaintext.replaceAll(' ', '').slice(0, 40), { key: '314' })
    const readBy = (belief: PeriodicBelief, isAhead: boolean): number => {
      const before = work.steps
      Array.from(ciphertext).forEach((letter, position) => {
        const ahead = isAhead ? ciphertext.length - 1 - position : 0
        belief.read({ unit: letter.charCodeAt(0), index: -1, position }, 1, ahead)
      })
      return work.steps - before
    }
    const [live, late] = [create(), create()] as [PeriodicBelief, PeriodicBelief]
    const [each, once] = [readBy(live, false), readBy(late, true)]
    expect(once).toBeGreaterThan(0)
    expect(once).toBeLessThan(each / 2)
    expect(live.key).toMatchObject({ cipher: 'gronsfeld', key: { key: '314' } })
    expect([late.key, late.probability]).toEqual([live.key, live.probability])
    live.free()
    late.free()
  })
})

// Ten digits take a third of the time of 26 letters.
describe.each(['gronsfeld', 'autokey'])('%s', (name) => {
  const decipherer = finding(name)
  const decrypt = (ciphertext: string): string => finalText(allEvents(decipherer, [ciphertext]))
  const skin = {
    text: async (chunks: readonly Chunk[]) => finalText(allEvents(decipherer, chunks)),
    events: async (chunks: readonly Chunk[]) => allEvents(decipherer, chunks),
    decrypt,
  }
  // Thousands of letters without a key take seconds: how large a snapshot gets is tested below.
  const own = sessionLaws(1).filter(
    (law) => law.name.startsWith('resume') || (name === 'gronsfeld' && !law.name.startsWith('bounded')),
  )
  // Both are read alike: what cutting does to one of them is enough.
  test.each(name === 'gronsfeld' ? laws(1) : [])('$name', ({ check }) => check(skin))
  test.each(own)('$name', ({ check }) => check({ decipherer, decrypt, snapshotBytes: MOST_BYTES }))
})

test.each([
  ['vigenere', 'LEMON'],
  ['vigenere', 'LEMON,all'],
  ['beaufort', 'LEMON'],
  ['variant-beaufort', 'LEMON'],
  ['gronsfeld', '31415'],
  ['porta', 'KEMOM'],
  ['autokey', 'LEMON'],
  ['ciphertext-autokey', 'LEM'],
])('%s: the key %s is found', (name, written) => {
  const cipher = findCipher(name)
  const key = cipher.parseKey(written)
  const events = allEvents(finding(name), [cipher.encrypt(plaintext.repeat(2), key)])
  expect(finalText(events)).toBe(plaintext.repeat(2))
  expect(events.at(-1)).toMatchObject({ cipher: name, key })
})

test.each([
  ['beaufort', 'LEMON'],
  ['gronsfeld', '314'],
])('of unknown family: %s under %s is found, and its family', (name, written) => {
  const cipher = findCipher(name)
  const key = cipher.parseKey(written)
  const decipherer = finding('periodic')
  const ciphertext = cipher.encrypt(plaintext.repeat(2), key)
  const first = decipherer.createSession()
  const events = first.push(ciphertext.slice(0, 30))
  const snapshot = first.snapshot()
  expect(snapshot.length).toBeLessThan(MOST_BYTES)
  // In another place, while several are possible.
  const second = decipherer.createSession(snapshot)
  events.push(...second.push(ciphertext.slice(30)), ...second.flush())
  expect(finalText(events)).toBe(plaintext.repeat(2))
  expect(events.at(-1)).toMatchObject({ cipher: name, key })
  expect((events.at(-1) as DoneEvent).probability).toBeGreaterThan(0.99)
})

test('XOR: a key of any bytes is found, in text with case, signs and line ends', () => {
  const xor = createXor()
  const text = `The River, 1851.\n${plaintext.replace(' hills', ' "Hills"')}\r\n`
  const key = xor.parseKey('0x00ff804581')
  const decipherer = finding('xor')
  const ciphertext = xor.encrypt(text, key)
  const events = allEvents(decipherer, [textAsBytes(ciphertext)])
  expect(finalText(events)).toBe(text)
  expect(events.at(-1)).toMatchObject({ cipher: 'xor', key, probability: 1 })
  const half = decipherer.createSession()
  const before = finalText(half.push(ciphertext.slice(0, 20)))
  expect(half.snapshot().length).toBeLessThan(MOST_BYTES)
  const other = decipherer.createSession(half.snapshot())
  expect(before + finalText([...other.push(ciphertext.slice(20)), ...other.flush()])).toBe(text)
})

test('a key that is found goes on in the middle of its period in another place', () => {
  const decipherer = finding('vigenere')
  const ciphertext = createVigenere().encrypt(plaintext.repeat(2), { key: 'LEMON' })
  let session = decipherer.createSession()
  const events: DecipherEvent[] = []
  for (let at = 0; at < ciphertext.length; at += 7) {
    events.push(...session.push(ciphertext.slice(at, at + 7)))
    const bytes = session.snapshot()
    expect(bytes.length).toBeLessThan(MOST_BYTES)
    session.free()
    session = decipherer.createSession(bytes)
  }
  events.push(...session.flush())
  expect(finalText(events)).toBe(plaintext.repeat(2))
})

test('bounded memory: letters without a key, while every period is possible', () => {
  const random = createRandom(1)
  const session = finding('vigenere').createSession()
  const sizes = Array.from({ length: 60 }, () => {
    session.push(String.fromCharCode(97 + random.integer(26), 97 + random.integer(26)))
    return session.snapshot().length
  })
  expect(Math.max(...sizes)).toBeLessThan(MOST_BYTES)
  // There were many to be kept.
  expect(Math.max(...sizes)).toBeGreaterThan(MOST_BYTES / 8)
})

test('a key that is a word of a list is found with one letter more than it has, another as before', async () => {
  const words = await loadWords(await encodeWords('few', ['mountain', 'mountains', 'valley']))
  const cipher = createVigenere()
  const found = (key: string, length: number) => {
    const decipherer = createDecipherer({ model: net, counts, cipher: keyFinders.vigenere({ words }) })
    const session = decipherer.createSession()
    const events = session.push(cipher.encrypt(plaintext, { key }).slice(0, length))
    const moved = decipherer.createSession(session.snapshot())
    expect(moved.snapshot()).toEqual(session.snapshot())
    expect(() => finding('vigenere').createSession(session.snapshot())).toThrow(SnapshotMismatchError)
    return finalText([...events, ...moved.settle()])
  }
  expect(found('MOUNTAIN', 12)).toBe(plaintext.slice(0, 12))
  expect(found('LEMON', 60)).toBe(plaintext.slice(0, 60))
})

test('without counts the keys are not sought', () => {
  expect(() => createDecipherer({ model: net, cipher: keyFinders.vigenere() })).toThrow('counts: expected')
})
