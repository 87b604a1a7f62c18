import type { Chunk } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { watched } from '../testing/watched.ts'
import { collect, sourceOf } from '../testing/web-streams.ts'
import { createDecipherEventStream, createDecipherStream, finalText } from './streams.ts'

const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
const belief = { cipher: 'caesar', key: { shift: 3 }, probability: 1 }

test('text through pipes, chunk for chunk; nothing comes of an empty one', async () => {
  const chunks = ['L Ol', '', 'nh Dss', '\ud83d', '\ude00', 'ohv']
  const text = await collect(sourceOf(chunks).pipeThrough(createDecipherStream(decipherer)))
  expect(text).toEqual(['I Li', 'ke App', '😀', 'les'])
})

test('events through pipes', async () => {
  const source = sourceOf(['gd', Uint8Array.of(0x77, 0xe2)])
  expect(await collect(source.pipeThrough(createDecipherEventStream(decipherer)))).toEqual([
    { type: 'key', start: 0, ...belief },
    { type: 'final', start: 0, text: 'da' },
    { type: 'final', start: 2, text: 't' },
    { type: 'final', start: 3, text: '\ufffd' },
    { type: 'done', start: 4, ...belief, letters: 3 },
  ])
})

test('candidates through pipes; streams of text leave them out', async () => {
  const asked = createDecipherer({ cipher: 'caesar', key: '3', candidates: 1 })
  const through = <T>(transform: TransformStream<Chunk, T>) =>
    collect(sourceOf(['gdwd']).pipeThrough(transform))
  const candidates = { type: 'candidates', start: 4, candidates: [{ ...belief, text: 'data' }] }
  expect(await through(createDecipherEventStream(asked))).toEqual([
    { type: 'key', start: 0, ...belief },
    { type: 'final', start: 0, text: 'data' },
    candidates,
    candidates,
    { type: 'done', start: 4, ...belief, letters: 4 },
  ])
  expect(await through(createDecipherStream(asked))).toEqual(['data'])
})

test('an empty stream', async () => {
  const through = <T>(transform: TransformStream<Chunk, T>) => collect(sourceOf([]).pipeThrough(transform))
  expect(await through(createDecipherStream(decipherer))).toEqual([])
  expect(await through(createDecipherEventStream(decipherer))).toEqual([
    { type: 'done', start: 0, ...belief, letters: 0 },
  ])
})

test('bytes of a Blob in, text out', async () => {
  const plaintext = new Blob(['L Olnh Dssohv 😀']).stream().pipeThrough(createDecipherStream(decipherer))
  expect((await collect(plaintext)).join('')).toBe('I Like Apples 😀')
})

test('text comes out while more goes in', async () => {
  const { readable, writable } = createDecipherStream(decipherer)
  const [reader, writer] = [readable.getReader(), writable.getWriter()]
  const first = reader.read()
  await writer.write('gd')
  expect((await first).value).toBe('da')
  const second = reader.read()
  await writer.write('wd')
  expect((await second).value).toBe('ta')
  const closed = writer.close()
  expect((await reader.read()).done).toBe(true)
  await closed
})

test('each stream has a session of its own', async () => {
  const [one, two] = [createDecipherEventStream(decipherer), createDecipherEventStream(decipherer)]
  const halves = sourceOf(['d\ud83d', '\ude00']).pipeThrough(one)
  const letters = sourceOf(['ghi', 'jkl']).pipeThrough(two)
  const [first, second] = await Promise.all([collect(halves), collect(letters)])
  expect(finalText(first)).toBe('a😀')
  expect(finalText(second)).toBe('defghi')
  expect([first.at(-1)?.start, second.at(-1)?.start]).toEqual([3, 6])
})

describe('backpressure', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

  test('without a reader the source is hardly asked, and goes on as fast as it is read', async () => {
    const source = sourceOf(Array(100).fill('gdwd'))
    const observed = watched(decipherer)
    const reader = source.pipeThrough(createDecipherStream(observed)).getReader()
    await settle()
    expect(observed.calls).toEqual(['createSession'])
    expect(source.given).toBeLessThanOrEqual(2)
    for (let read = 1; read <= 10; read++) {
      expect((await reader.read()).value).toBe('data')
      await settle()
      expect(source.given).toBeLessThanOrEqual(read + 2)
    }
    expect(observed.calls.filter((call) => call === 'push').length).toBeLessThanOrEqual(11)
  })

  test('without a reader a writer has to wait', async () => {
    const { readable, writable } = createDecipherStream(decipherer)
    const writer = writable.getWriter()
    let taken = 0
    const writing = (async () => {
      for (let i = 0; i < 10; i++) {
        await writer.ready
        await writer.write('gdwd')
        taken++
      }
      await writer.close()
    })()
    await settle()
    expect(taken).toBe(0)
    expect((await collect(readable)).join('')).toBe('data'.repeat(10))
    await writing
    expect(taken).toBe(10)
  })
})
