import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { SnapshotFormatError } from '../errors.ts'
import { finalText } from '../pipelines/streams.ts'
import { createFixedShiftModel, createRecallingModel } from '../testing/index.ts'
import { decodeSnapshot, encodeSnapshot, type SnapshotHeader } from './snapshot.ts'

const byKey = createDecipherer({ cipher: 'caesar', key: '3' })
const model = createFixedShiftModel(3)
const byNet = createDecipherer({ model })

/** The largest that any session can have. */
const largest: SnapshotHeader = {
  fingerprint: 'model née',
  position: Number.MAX_SAFE_INTEGER,
  letters: Number.MAX_SAFE_INTEGER,
  held: '\ud83d',
  pending: [0xf0, 0x9f, 0x98],
  started: true,
  ended: false,
}

const fault = (act: () => unknown): SnapshotFormatError => {
  try {
    act()
  } catch (error) {
    if (error instanceof SnapshotFormatError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

test('what is written is read again', () => {
  const saved = Uint8Array.of(1, 2, 3)
  expect(decodeSnapshot(encodeSnapshot(largest, saved))).toEqual({ header: largest, saved })
})

test('at most 160 bytes besides the name and what the inference saves', () => {
  const name = new TextEncoder().encode(largest.fingerprint).length
  expect(encodeSnapshot(largest, new Uint8Array(1000)).length).toBe(158 + name + 1000)
})

test('the bytes of version 1', () => {
  const session = byKey.createSession()
  session.push('Gdwd')
  session.push(Uint8Array.of(0x67, 0xf0, 0x9f))
  const snapshot = session.snapshot()
  const name = 'cipher caesar, key 3, alphabet abcdefghijklmnopqrstuvwxyz'
  expect(new TextDecoder().decode(snapshot.subarray(16))).toBe(
    `{"fingerprint":"${name}","position":5,"letters":5,"held":"","pending":[240,159],"started":true,"ended":false}`,
  )
  // CRC-32 and length of the header, 159 bytes; checked with zlib
  expect([...snapshot.subarray(0, 16)]).toEqual(
    [...'RSNP'].map((letter) => letter.charCodeAt(0)).concat([1, 0, 0, 0, 248, 215, 1, 213, 159, 0, 0, 0]),
  )
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
    ['15 bytes', snapshot.subarray(0, 15), 'length'],
    ['another magic', altered(0, 0), 'magic'],
    ['a later version', altered(4, 2), 'version'],
    ['another checksum', altered(8, snapshot[8] ^ 1), 'checksum'],
    ['another length of the header', altered(12, 0), 'checksum'],
    ['one byte less', snapshot.subarray(0, -1), 'checksum'],
  ])('%s', (_, bytes, field) => {
    expect(fault(() => byNet.createSession(bytes)).field).toBe(field)
  })

  const { header, saved } = decodeSnapshot(snapshot)
  test.each<[string, unknown]>([
    ['null', null],
    ['a number', 1],
    ['no fingerprint', { ...header, fingerprint: undefined }],
    ['a position below 0', { ...header, position: -1 }],
    ['a position that is none', { ...header, position: '0' }],
    ['half a letter', { ...header, letters: 0.5 }],
    ['more held than half a pair', { ...header, held: '\ud83dx' }],
    ['a letter held', { ...header, held: 'x' }],
    ['more bytes than a code point', { ...header, pending: [0xf0, 0x9f, 0x98, 0x80] }],
    ['a byte above 255', { ...header, pending: [256] }],
    ['pending that is none', { ...header, pending: '' }],
    ['no started', { ...header, started: 0 }],
    ['no ended', { ...header, ended: undefined }],
  ])('a header with a right checksum but %s', (_, wrong) => {
    const bytes = encodeSnapshot(wrong as SnapshotHeader, saved)
    expect(fault(() => byNet.createSession(bytes))).toMatchObject({
      field: 'header',
      message: 'not a usable snapshot: header: not what a session writes',
    })
  })

  test.each([0, 103, 108])('a state of %d bytes where there are 104', (length) => {
    const bytes = encodeSnapshot(header, new Uint8Array(length))
    const needed = length < 104 ? '104 or more' : '104'
    expect(fault(() => byNet.createSession(bytes)).message).toBe(
      `not a usable snapshot: state: ${length} bytes, ${needed} are needed`,
    )
  })
})

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
