import type { Chunk } from '@runnel/core'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createFixedShiftModel } from '../testing/index.ts'

const byKey = createDecipherer({ cipher: 'caesar', key: '3' })
const byNet = createDecipherer({ model: createFixedShiftModel(3) })
const belief = { cipher: 'caesar', key: { shift: 3 }, probability: 1 }

test.each([
  ['a key', byKey],
  ['a net', byNet],
])('what a session with %s tells, in order', (_, decipherer) => {
  const session = decipherer.createSession()
  expect(session.push('Gdwd ')).toEqual([
    { type: 'key', start: 0, ...belief },
    { type: 'final', start: 0, text: 'Data ' },
  ])
  expect(session.push('42')).toEqual([{ type: 'final', start: 5, text: '42' }])
  expect(session.flush()).toEqual([{ type: 'done', start: 7, ...belief, letters: 4 }])
  expect(session.flush()).toEqual([])
})

test.each([
  ['no chunk', []],
  ['empty chunks', ['', new Uint8Array(), '']],
  ['a byte order mark alone', [Uint8Array.of(0xef, 0xbb), Uint8Array.of(0xbf)]],
])('%s: done with nothing', (_, chunks) => {
  expect(allEvents(byKey, chunks)).toEqual([{ type: 'done', start: 0, ...belief, letters: 0 }])
})

test('letters are those of the alphabet, in both cases', () => {
  // the last is U+212A, the Kelvin sign, whose lower case is k
  expect(allEvents(byNet, ['aZ m', 'é Жßſ\u212a 42 😀']).at(-1)).toMatchObject({ type: 'done', letters: 3 })
})

test('a split pair waits for its other half; half a pair at the end is kept', () => {
  const session = byKey.createSession()
  expect(session.push('d\ud83d')).toMatchObject([{ type: 'key' }, { type: 'final', text: 'a' }])
  expect(session.push('')).toEqual([])
  expect(session.push(new Uint8Array())).toEqual([])
  expect(session.push('\ude00')).toEqual([{ type: 'final', start: 1, text: '😀' }])
  expect(session.push('\ud83d')).toEqual([])
  expect(session.flush()).toMatchObject([
    { type: 'final', start: 3, text: '\ud83d' },
    { type: 'done', start: 4 },
  ])
})

test('a split code point waits for its other bytes; part of one at the end is U+FFFD', () => {
  const session = byKey.createSession()
  expect(session.push(Uint8Array.of(0x64, 0xf0, 0x9f))).toMatchObject([
    { type: 'key' },
    { type: 'final', text: 'a' },
  ])
  expect(session.push(Uint8Array.of(0x98))).toEqual([])
  expect(session.push(Uint8Array.of(0x80, 0x64, 0xe2, 0x82))).toEqual([
    { type: 'final', start: 1, text: '😀a' },
  ])
  expect(session.flush()).toMatchObject([
    { type: 'final', start: 4, text: '\ufffd' },
    { type: 'done', start: 5 },
  ])
})

const mark = [0xef, 0xbb, 0xbf]

test.each<[string, Chunk[], string]>([
  ['lone halves of pairs', ['\ude00d', '\ud83d', '\ud83d', 'd'], '\ude00a\ud83d\ud83da'],
  ['text after half a code point', [Uint8Array.of(0xe2, 0x82), 'd', Uint8Array.of(0xac)], '\ufffda\ufffd'],
  ['bytes after half a pair', ['\ud83d', Uint8Array.of(0x64), '\ude00'], '\ud83da\ude00'],
  ['part of a code point between halves', ['\ud83d', Uint8Array.of(0xe2), '\ude00'], '\ud83d\ufffd\ude00'],
  ['empty text inside a code point', [Uint8Array.of(0xe2, 0x82), '', Uint8Array.of(0xac)], '€'],
  ['a mark at the start of bytes', [Uint8Array.of(...mark, 0x64)], 'a'],
  ['two marks', [Uint8Array.of(...mark, ...mark, 0x64)], '\ufeffa'],
  ['a mark after bytes', [Uint8Array.of(0x64), Uint8Array.of(...mark)], 'a\ufeff'],
  ['a mark after text', ['d', Uint8Array.of(...mark, 0x64)], 'a\ufeffa'],
  ['a mark after half a pair', ['\ud83d', Uint8Array.of(...mark)], '\ud83d\ufeff'],
  ['a mark after empty text', ['', Uint8Array.of(...mark, 0x64)], 'a'],
  ['a mark in text', ['\ufeffd'], '\ufeffa'],
])('%s', (_, chunks, expected) => {
  expect(finalText(allEvents(byKey, chunks))).toBe(expected)
  const moving = chunks.reduce(
    ({ text, snapshot }, chunk) => {
      const session = byKey.createSession(snapshot)
      return { text: text + finalText(session.push(chunk)), snapshot: session.snapshot() }
    },
    { text: '', snapshot: byKey.createSession().snapshot() },
  )
  expect(moving.text + finalText(byKey.createSession(moving.snapshot).flush())).toBe(expected)
})

test('the caller may fill the memory of a chunk again', () => {
  const session = byKey.createSession()
  const memory = Uint8Array.of(0x64, 0xe2, 0x82)
  const text = finalText(session.push(memory))
  memory.fill(0x64)
  expect(text + finalText(session.push(Uint8Array.of(0xac)))).toBe('a€')
})

test('what a listener does to an event changes no session', () => {
  const [key] = byKey.createSession().push('gdwd')
  const [named] = byNet.createSession().push('gdwd')
  for (const event of [key, named]) Reflect.set('key' in event ? event.key : {}, 'shift', 9)
  expect(allEvents(byKey, ['gdwd'])).toEqual([
    { type: 'key', start: 0, ...belief },
    { type: 'final', start: 0, text: 'data' },
    { type: 'done', start: 4, ...belief, letters: 4 },
  ])
  expect(allEvents(byNet, ['gdwd'])[0]).toEqual({ type: 'key', start: 0, ...belief })
})
