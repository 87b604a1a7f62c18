import { createRandom, RunnelError } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { SnapshotFormatError } from '../errors.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import { createBigramModel, createFixedShiftModel, createRecallingModel } from '../testing/index.ts'
import { SectionWriter } from './sections.ts'
import { encodeSnapshot } from './snapshot.ts'

const byKey = createDecipherer({ cipher: 'caesar', key: '3' })
const byNet = createDecipherer({ model: createFixedShiftModel(3) })

const fault = (act: () => unknown): SnapshotFormatError => {
  try {
    act()
  } catch (error) {
    if (error instanceof SnapshotFormatError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

test('the bytes of format 2', () => {
  const session = byKey.createSession()
  session.push('Gdwd')
  session.push(Uint8Array.of(0x67, 0xf0, 0x9f))
  const snapshot = session.snapshot()
  const fingerprint = '{"cipher":"caesar","key":"3","alphabet":"abcdefghijklmnopqrstuvwxyz"}'
  const float64 = (value: number) => [...new Uint8Array(Float64Array.of(value).buffer)]
  const section = (name: string, bytes: readonly number[]) => [
    name.length,
    ...new TextEncoder().encode(name),
    ...[bytes.length, 0, 0, 0],
    ...bytes,
  ]
  expect([...snapshot.subarray(12)]).toEqual([
    ...section('fingerprint', [fingerprint.length, 0, 0, 0, ...new TextEncoder().encode(fingerprint)]),
    ...section('session', [...float64(5), 0, 0]),
    ...section('input', [0, 0, 1, 0, 2, 0, 240, 0, 159, 0]),
    ...section('position', float64(5)),
    ...section('phase', []),
  ])
  // Magic, version and CRC-32; the last checked with zlib
  expect([...snapshot.subarray(0, 12)]).toEqual([0x52, 0x53, 0x4e, 0x50, 2, 0, 0, 0, 125, 73, 148, 251])
})

test('a view into larger memory is read, and nothing of it kept', () => {
  const recalling = createDecipherer({ model: createRecallingModel() })
  const session = recalling.createSession()
  session.push('Gdwd, gdwd 😀\ud83d')
  const snapshot = session.snapshot()
  const memory = new Uint8Array(snapshot.length + 9)
  memory.set(snapshot, 5)
  const restored = recalling.createSession(memory.subarray(5, -4))
  memory.fill(0xff)
  expect(restored.snapshot()).toEqual(snapshot)
  expect(restored.push('\ude00 gdwd')).toEqual(session.push('\ude00 gdwd'))
})

describe('refused, and why', () => {
  const snapshot = byNet.createSession().snapshot()
  const altered = (at: number, value: number) => {
    const bytes = snapshot.slice()
    bytes[at] = value
    return bytes
  }
  test.each([
    ['no bytes', new Uint8Array(), 'length'],
    ['11 bytes', snapshot.subarray(0, 11), 'length'],
    ['another magic', altered(0, 0), 'magic'],
    ['the format before', altered(4, 1), 'version'],
    ['a later format', altered(4, 3), 'version'],
    ['another checksum', altered(8, snapshot[8] ^ 1), 'checksum'],
    ['another section', altered(13, 0), 'checksum'],
    ['one byte less', snapshot.subarray(0, -1), 'checksum'],
  ])('%s', (_, bytes, field) => {
    expect(fault(() => byNet.createSession(bytes)).field).toBe(field)
  })
})

/** A snapshot with a right checksum, whose sections hold what is given, or what a session of the net writes. */
const crafted = (sections: Record<string, number[] | undefined>): Uint8Array => {
  const fingerprint = [
    ...new TextEncoder().encode('{"model":"fixed-shift-3 fixed-shift-3","engine":"typed-array"}'),
  ]
  const usual = {
    fingerprint: [fingerprint.length, 0, 0, 0, ...fingerprint],
    session: new Array(10).fill(0),
    input: new Array(6).fill(0),
    position: new Array(8).fill(0),
    state: new Array(104).fill(0),
  }
  const writer = new SectionWriter()
  for (const [name, bytes] of Object.entries({ ...usual, ...sections })) {
    if (!bytes) continue
    const section = writer.section(name)
    for (let i = 0; i < bytes.length; i += 2) section.uint16(bytes[i] + 256 * (bytes[i + 1] ?? 0))
  }
  return encodeSnapshot(writer)
}
const float64 = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)]

describe('crafted, with a right checksum', () => {
  test('the usual one is taken', () => {
    expect(finalText(byNet.createSession(crafted({})).push('gdwd'))).toBe('data')
  })

  test.each<[string, Record<string, number[] | undefined>, field: string, reason: string]>([
    ['an unknown section', { extra: [1, 2] }, 'extra', 'no part of such a session'],
    ['a section less', { state: undefined }, 'state', 'missing'],
    ['letters below 0', { session: [...float64(-1), 0, 0] }, 'session', 'not what a session writes'],
    ['half a letter', { session: [...float64(0.5), 0, 0] }, 'session', 'not what a session writes'],
    ['a letter held', { input: [0x41, 0, 0, 0, 0, 0] }, 'input', 'not what a session writes'],
    [
      'pending bytes that are not there',
      { input: [0, 0, 0, 0, 2, 0] },
      'input',
      '6 bytes, 8 or more are needed',
    ],
    ['more bytes than a code point', { input: [0, 0, 0, 0, 4, 0] }, 'input', 'not what a session writes'],
    ['a byte above 255', { input: [0, 0, 0, 0, 1, 0, 0, 1] }, 'input', 'not what a session writes'],
    ['a position below 0', { position: float64(-1) }, 'position', 'not what a session writes'],
    ['a fingerprint that is no JSON', { fingerprint: [2, 0, 0, 0, 65, 66] }, 'fingerprint', 'no JSON'],
    [
      'a fingerprint that is a list',
      { fingerprint: [2, 0, 0, 0, 91, 93] },
      'fingerprint',
      'not what a session writes',
    ],
    ['a state of no bytes', { state: [] }, 'state', '0 bytes, 104 or more are needed'],
    ['a state of 102 bytes', { state: new Array(102).fill(0) }, 'state', '102 bytes, 104 or more are needed'],
    ['a state of 108 bytes', { state: new Array(108).fill(0) }, 'state', '108 bytes, 104 are needed'],
  ])('%s', (_, sections, field, reason) => {
    expect(fault(() => byNet.createSession(crafted(sections)))).toMatchObject({
      field,
      message: `not a usable snapshot: ${field}: ${reason}`,
    })
  })
})

test.each([3, 20, 150])(
  'two bytes altered, the checksum made right, after %d units: a typed error, or a session',
  (units) => {
    const decipherer = createDecipherer({
      model: createBigramModel(),
      cipher: 'caesar',
      keyChange: { rate: 0.02 },
    })
    const session = decipherer.createSession()
    session.push('Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl. '.repeat(4).slice(0, units))
    const sections = session.snapshot().subarray(12)
    const random = createRandom(7)
    for (let i = 0; i < 1000; i++) {
      const held = sections.slice()
      for (let byte = 0; byte < 2; byte++) held[random.integer(held.length)] ^= random.integer(256)
      let restored: DecipherSession | undefined
      try {
        restored = decipherer.createSession(encodeSnapshot({ bytes: () => held } as SectionWriter))
        restored.push('Aol ypcly')
        restored.flush()
      } catch (error) {
        expect(RunnelError.isInstance(error), String(error)).toBe(true)
      }
      restored?.free()
    }
  },
)

test('a restored session goes on at its place in the stream', () => {
  const session = byNet.createSession(byNet.createSession().snapshot())
  expect(session.push('gd')).toMatchObject([
    { type: 'key', start: 0 },
    { start: 0, text: 'da' },
  ])
  const second = byNet.createSession(session.snapshot())
  expect(second.push('wd')).toEqual([{ type: 'final', start: 2, text: 'ta' }])
  expect(second.flush()).toMatchObject([{ type: 'done', start: 4, letters: 4 }])
  expect(finalText(session.push('wd'))).toBe('ta')
})
