import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from './decipherer.ts'
import { SessionEndedError, SnapshotFormatError, SnapshotMismatchError } from './errors.ts'
import { finalText } from './streams.ts'
import { anyText, chunked, createFixedShiftModel } from './testing/index.ts'

const byKey = createDecipherer({ cipher: 'caesar', key: '3' })
const byNet = createDecipherer({ model: createFixedShiftModel(3) })
const decipherers = [
  ['a key', byKey],
  ['a net', byNet],
] as const

test('what a session tells, in order', () => {
  const session = byNet.createSession()
  const key = { cipher: 'caesar', key: { shift: 3 }, probability: 1 }
  expect(session.push('Gdwd ')).toEqual([
    { type: 'key', start: 0, ...key },
    { type: 'final', start: 0, text: 'Data ' },
  ])
  expect(session.push('42')).toEqual([{ type: 'final', start: 5, text: '42' }])
  expect(session.flush()).toEqual([{ type: 'done', start: 7, ...key, letters: 4 }])
  expect(session.flush()).toEqual([])
})

test('an empty stream is done with nothing', () => {
  const session = byKey.createSession()
  expect([session.push(''), session.push(new Uint8Array())]).toEqual([[], []])
  expect(session.flush()).toMatchObject([{ type: 'done', start: 0, letters: 0 }])
})

test('a split pair waits for its other half; half a pair at the end is kept', () => {
  const session = byKey.createSession()
  expect(session.push('d\ud83d')).toMatchObject([{ type: 'key' }, { type: 'final', text: 'a' }])
  expect(session.push('\ude00')).toEqual([{ type: 'final', start: 1, text: '😀' }])
  session.push('\ud83d')
  expect(session.flush()).toMatchObject([
    { type: 'final', start: 3, text: '\ud83d' },
    { type: 'done', start: 4 },
  ])
})

test('text after half a code point in bytes', () => {
  const session = byKey.createSession()
  session.push(Uint8Array.of(0xe2, 0x82))
  expect(finalText(session.push('d'))).toBe('\ufffda')
})

describe.each(decipherers)('with %s', (_, decipherer) => {
  test('resume: a snapshot at any point goes on as if never interrupted', () => {
    fc.assert(
      fc.property(chunked, fc.nat(), ({ chunks }, at) => {
        const split = at % (chunks.length + 1)
        const whole = decipherer.createSession()
        const expected = [...chunks.flatMap((chunk) => whole.push(chunk)), ...whole.flush()]
        const first = decipherer.createSession()
        const before = chunks.slice(0, split).flatMap((chunk) => first.push(chunk))
        const second = decipherer.createSession(first.snapshot())
        const after = [...chunks.slice(split).flatMap((chunk) => second.push(chunk)), ...second.flush()]
        expect([...before, ...after]).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  test('taking a snapshot changes nothing, and an ended session stays ended', () => {
    const session = decipherer.createSession()
    session.push('gd')
    session.snapshot()
    expect(finalText(session.push('wd'))).toBe('ta')
    session.flush()
    expect(() => decipherer.createSession(session.snapshot()).push('x')).toThrow(SessionEndedError)
  })

  test('isolation: interleaved sessions give what each gives alone', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const [one, two] = [decipherer.createSession(), decipherer.createSession()]
        let text = ''
        for (let i = 0; i < Math.max(a.length, b.length); i++) {
          text += finalText(one.push(a.slice(i, i + 1)))
          two.push(b.slice(i, i + 1))
        }
        const alone = decipherer.createSession()
        expect(text + finalText(one.flush())).toBe(finalText(alone.push(a)) + finalText(alone.flush()))
      }),
      { numRuns: 100 },
    )
  })

  test('bounded memory: a snapshot is below 1 KB, however long the stream', () => {
    const session = decipherer.createSession()
    for (let i = 0; i < 100; i++) session.push('Gdwd, gdwd. '.repeat(100))
    session.push(Uint8Array.of(0xf0, 0x9f, 0x98))
    expect(session.snapshot().length).toBeLessThan(1024)
  })

  test('nothing lost: a push after the end is refused, and what was final stays', () => {
    const session = decipherer.createSession()
    const given = session.push('gdwd')
    session.flush()
    expect(() => session.push('x')).toThrow(SessionEndedError)
    expect(finalText(given)).toBe('data')
  })

  test('a damaged snapshot is refused: cut short anywhere, any byte altered', () => {
    const session = decipherer.createSession()
    session.push('gdwd')
    const snapshot = session.snapshot()
    for (let i = 0; i < snapshot.length; i++) {
      const altered = snapshot.slice()
      altered[i] ^= 1
      expect(() => decipherer.createSession(altered)).toThrow(SnapshotFormatError)
      expect(() => decipherer.createSession(snapshot.subarray(0, i))).toThrow(SnapshotFormatError)
    }
  })
})

test.each([
  ['another key', createDecipherer({ cipher: 'caesar', key: '4' })],
  ['a net', byNet],
  ['another net', createDecipherer({ model: createFixedShiftModel(4) })],
])('a snapshot is not restored into %s', (_, other) => {
  const snapshot = byKey.createSession().snapshot()
  expect(() => other.createSession(snapshot)).toThrow(SnapshotMismatchError)
  expect(() => byKey.createSession(other.createSession().snapshot())).toThrow(SnapshotMismatchError)
})
