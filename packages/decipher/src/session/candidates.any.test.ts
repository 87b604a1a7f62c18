import { type CaesarKey, createCaesar } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer, type DecipherOptions } from '../decipherer.ts'
import { SnapshotMismatchError } from '../errors.ts'
import {
  allEvents,
  checkEvents,
  createBigramModel,
  createFixedShiftModel,
  toySubstitution,
  toyVigenere,
  toyVigenereCipher,
} from '../testing/index.ts'
import type { CandidatesEvent, DecipherEvent } from './events.ts'

const model = createBigramModel()
const told = (events: readonly DecipherEvent[]): CandidatesEvent[] =>
  events.filter((event) => event.type === 'candidates')
const of = (options: DecipherOptions, chunks: readonly string[]) =>
  told(allEvents(createDecipherer({ candidates: 3, ...options }), chunks))

test('the most probable keys, best first, with the beginning as each reads it', () => {
  const [{ start, candidates }] = of({ model, cipher: 'caesar' }, ['Aol'])
  expect(start).toBe(3)
  expect(candidates[0]).toEqual({
    cipher: 'caesar',
    key: { shift: 7 },
    probability: expect.any(Number),
    text: 'The',
  })
  expect(candidates.map(({ text }) => text)).toEqual(
    candidates.map(({ key }) => createCaesar().decrypt('Aol', key as CaesarKey)),
  )
  const probabilities = candidates.map(({ probability }) => probability)
  expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a))
  expect(probabilities.length).toBe(3)
})

test('at most once a push, only when they have changed, and once more before done', () => {
  const options = { model, cipher: 'caesar' as const, keyChange: { rate: 0 }, candidates: 1 }
  const session = createDecipherer(options).createSession()
  expect(told(session.push(''))).toEqual([])
  const text = createCaesar().encrypt('The morning was cold, and the boat had not come. ', { shift: 7 })
  expect(told(session.push(text)).length).toBe(1)
  // What is certain may be a little less so at first.
  session.push(text)
  session.push(text)
  expect([text, text].flatMap((again) => told(session.push(again)))).toEqual([])
  const ending = session.flush()
  expect(ending.slice(-2).map(({ type }) => type)).toEqual(['candidates', 'done'])
  const probability = expect.closeTo(1, 6)
  expect(told(ending)).toEqual([
    {
      type: 'candidates',
      start: 5 * text.length,
      candidates: [
        { cipher: 'caesar', key: { shift: 7 }, probability, text: 'The morning was cold, and the bo' },
      ],
    },
  ])
})

test('the beginning splits no pair, where half of one stands before it either', () => {
  const text = `${'a'.repeat(31)}\ud83d\ud800\udc00b`
  const events = allEvents(createDecipherer({ model, cipher: 'caesar', candidates: 1 }), [text])
  expect(told(events).at(-1)?.candidates[0].text.length).toBe(32)
  checkEvents(events, text)
})

test('none, unless asked for', () => {
  expect(of({ model, cipher: 'caesar', candidates: undefined }, ['Aol'])).toEqual([])
  expect(of({ model, cipher: 'caesar', candidates: 0 }, ['Aol'])).toEqual([])
})

test('text in groups: a key that is weighed in two ways is told once', () => {
  const grouped = createCaesar().encrypt('Themo rning wasco ld', { shift: 7 })
  const single = [...grouped.slice(0, 8)]
  const last = of({ model, cipher: 'caesar', candidates: 20 }, single).at(-2)?.candidates ?? []
  expect(last.filter(({ key }) => (key as CaesarKey).shift === 7).length).toBe(1)
  expect(last[0]).toMatchObject({ key: { shift: 7 }, text: 'Themo rn' })
  expect(last.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 2)
})

test('the beginning splits no surrogate pair', () => {
  const [{ candidates }] = of({ cipher: 'caesar', key: '3' }, [`${'d'.repeat(31)}😀dd`])
  expect(candidates[0].text).toBe(`${'a'.repeat(31)}😀`)
})

test.each<[string, DecipherOptions]>([
  ['a known key', { cipher: 'caesar', key: '3' }],
  ['a net of one key', { model: createFixedShiftModel(3) }],
])('%s: the one key', (_, options) => {
  expect(of(options, ['Gdwd', ', gdwd'])).toEqual([
    {
      type: 'candidates',
      start: 4,
      candidates: [{ cipher: 'caesar', key: { shift: 3 }, probability: 1, text: 'Data' }],
    },
    ...[0, 1].map(() => ({
      type: 'candidates',
      start: 10,
      candidates: [{ cipher: 'caesar', key: { shift: 3 }, probability: 1, text: 'Data, data' }],
    })),
  ])
})

describe('keys of more slots than one', () => {
  const plaintext = 'the river comes down from the hills in spring'
  const own = createBigramModel(`${plaintext} `.repeat(5))

  test('a phase begins anew with the beginning', () => {
    const [{ candidates }] = of({ model: own, cipher: toyVigenere() }, [
      toyVigenereCipher.encrypt(plaintext, 'key'),
    ])
    expect(candidates[0]).toMatchObject({ key: { key: 'key' }, text: plaintext.slice(0, 32) })
  })

  test('letters that nothing fills yet stay as they are', () => {
    const session = createDecipherer({ model: own, cipher: toySubstitution(), candidates: 6 }).createSession()
    const [{ candidates }] = told(session.push('E! E'))
    const filled = candidates.filter(({ cipher }) => (cipher as string) === 'toy-substitution')
    expect(filled.map(({ key, text }) => [...Object.values(key), text]).sort()).toEqual([
      ['a..', 'A! A'],
      ['e..', 'E! E'],
      ['t..', 'T! T'],
    ])
  })
})

test('text that is passed over has not been weighed: a key that is found in it later comes later', () => {
  const plaintext =
    'the river comes down from the hills in spring and carries the snow of the winter with it. '
  const own = createBigramModel(plaintext.repeat(3))
  const caesar = createCaesar()
  const text =
    caesar.encrypt(plaintext.slice(0, 26), { shift: 7 }) +
    caesar.encrypt(plaintext.repeat(3).slice(26), { shift: 3 })
  const search = { gap: 16 }
  const watched = createDecipherer({ model: own, cipher: 'caesar', watch: 'adaptive', search, candidates: 3 })
  const events = allEvents(watched, [...text])
  checkEvents(events, text)
  const starts = events.flatMap((event) =>
    event.type === 'key' && event.cipher === 'caesar' && event.key.shift === 3 ? [event.start] : [],
  )
  // Found after more than the beginning had come, in the part of it that had been passed over.
  expect(starts[0]).toBeLessThan(32)
  expect(events.at(-1)).toMatchObject({ key: { shift: 3 } })
})

test('a snapshot is for as many candidates as it was taken with', () => {
  const ask = (candidates: number) => createDecipherer({ model, cipher: 'caesar', candidates })
  const session = ask(3).createSession()
  session.push('Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.')
  const snapshot = session.snapshot()
  const without = ask(0).createSession()
  without.push('Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.')
  expect(snapshot.length - without.snapshot().length).toBeLessThanOrEqual(120)
  expect(told(ask(3).createSession(snapshot).flush())).toEqual(told(session.flush()))
  for (const other of [0, 4]) expect(() => ask(other).createSession(snapshot)).toThrow(SnapshotMismatchError)
})
