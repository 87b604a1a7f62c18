import { InvalidOptionError } from '@runnel/core'
import { EncodingError } from '@runnel/core/encodings'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { SessionEndedError, SnapshotFormatError, SnapshotMismatchError } from '../errors.ts'
import { finalText } from '../pipelines/streams.ts'
import { encodingOf } from './encoding-of.ts'

const open = (encoding: string, candidates = 0) =>
  createDecipherer({ cipher: 'caesar', key: '13', candidates, encoding: encodingOf(encoding) })
const read = (encoding: string, ...chunks: string[]) => {
  const session = open(encoding).createSession()
  return [...chunks.flatMap((chunk) => session.push(chunk)), ...session.flush()]
}

describe('encodings that are named', () => {
  test('are taken off, and events tell them', () => {
    expect(read('base64', 'VXJ5', 'eWI=')).toEqual([
      { type: 'key', start: 0, cipher: 'caesar', key: { shift: 13 }, probability: 1, encoding: 'base64' },
      { type: 'final', start: 0, text: 'Hel' },
      { type: 'final', start: 3, text: 'lo' },
      {
        type: 'done',
        start: 5,
        cipher: 'caesar',
        key: { shift: 13 },
        probability: 1,
        letters: 5,
        encoding: 'base64',
      },
    ])
  })

  test('candidates tell them too', () => {
    const session = open('hex', 1).createSession()
    const told = session.push('5572').find((event) => event.type === 'candidates')
    expect(told).toMatchObject({ candidates: [{ cipher: 'caesar', text: 'He', encoding: 'hex' }] })
  })

  test('a fault is thrown after all that stood before it was told, wherever it stands in a chunk', () => {
    for (const chunks of [['5572zz55'], ['55', '72z', 'z55'], ['5', '5', '7', '2', 'z']]) {
      const session = open('hex').createSession()
      const told = []
      let fault: unknown
      try {
        for (const chunk of chunks) told.push(...session.push(chunk))
        session.flush()
      } catch (error) {
        fault = error
      }
      expect(finalText(told)).toBe('He')
      expect(EncodingError.isInstance(fault)).toBe(true)
      expect(fault).toMatchObject({ symbol: 'z', position: 4 })
      const moved = open('hex').createSession(session.snapshot())
      expect(() => moved.push('48')).toThrow((fault as Error).message)
      expect(() => moved.flush()).toThrow(EncodingError)
    }
  })

  test('half a byte at the end is U+FFFD, as half a code point is', () => {
    expect(finalText(read('hex', '55724'))).toBe('He\ufffd')
  })

  test('halves of a surrogate pair that are decoded one by one are put together', () => {
    const events = read('unicode-escapes', '\\ud83d', '\\ude00', '\\ud83d')
    expect(events.filter(({ type }) => type === 'final')).toEqual([
      { type: 'final', start: 0, text: '😀' },
      { type: 'final', start: 2, text: '\ud83d' },
    ])
  })

  test('no such encoding', () => {
    expect(() => encodingOf('base65')).toThrow(InvalidOptionError)
    expect(() => encodingOf('base64 > auto')).toThrow(InvalidOptionError)
  })
})

describe('auto', () => {
  test('the beginning waits as interim text, and is then decided', () => {
    const session = open('auto').createSession()
    expect(session.push('Uryyb')).toEqual([{ type: 'interim', start: 0, text: 'Uryyb' }])
    expect(session.push('')).toEqual([])
    expect(finalText(session.push(' jbeyq'))).toBe('Hello world')
    expect(session.flush().at(-1)).not.toHaveProperty('encoding')
  })

  test('64 characters wait at most', () => {
    const session = open('auto').createSession()
    expect(session.push('A'.repeat(63)).map(({ type }) => type)).toEqual(['interim'])
    expect(finalText(session.push('A'))).toBe('N'.repeat(64))
  })

  test('settling decides by what has come', () => {
    const session = open('auto').createSession()
    session.push('VXJ5eWIgamJleXE=')
    expect(finalText(session.settle())).toBe('Hello world')
    const plain = open('auto').createSession()
    plain.push('Uryyb')
    expect(finalText(plain.settle())).toBe('Hello')
    expect(finalText(plain.push('Uryyb'))).toBe('Hello')
  })

  test('spaces and line ends around a text that was copied are no part of its encoding', () => {
    expect(finalText(read('auto', ' \nVXJ5eWIgamJleXE= \n'))).toBe('Hello world \n')
    expect(finalText(read('auto', '\t4869 2048 6f6c 61'))).toBe('Uv Ubyn')
    expect(finalText(read('auto', ' &#72;&#105;&#32;&#72; '))).toBe('Uv U ')
    expect(finalText(read('auto', ' Uryyb '))).toBe(' Hello ')
  })

  test('text after an encoding stands as it is', () => {
    const text = 'VXJ5eWIgamJleXEgbmFxIG5hYmd1cmUgeW5ldHJlIGpiZXlxIG5yZ3JlIGd1bmc= Uryyb jbeyq'
    expect(finalText(read('auto', text))).toBe('Hello world and another larger world aeter that Hello world')
  })

  test('hostile nesting: 16 are taken off', () => {
    let text = 'Uryyb jbeyq, uryyb jbeyq'
    for (let i = 0; i < 18; i++) text = btoa(text)
    const done = read('auto', text).at(-1)
    expect(done).toMatchObject({ encoding: Array(16).fill('base64').join(' > ') })
  })

  test('text in no encoding', () => {
    for (const text of [
      'Gur nafjre vf 42',
      'picoCTF{r0tat1on_429af00f}',
      'QUEEN',
      '1 2 3 4 5 6 7 8 9 10 11',
    ]) {
      expect(read('auto', text).at(-1)).not.toHaveProperty('encoding')
    }
  })
})

test('snapshots of other encodings, of none, and damaged ones are refused', () => {
  const taken = open('base64').createSession().snapshot()
  const none = createDecipherer({ cipher: 'caesar', key: '13' })
  expect(() => open('auto').createSession(taken)).toThrow(SnapshotMismatchError)
  expect(() => none.createSession(taken)).toThrow(SnapshotMismatchError)
  expect(() => open('base64').createSession(none.createSession().snapshot())).toThrow(SnapshotMismatchError)
  expect(() => open('base64').createSession(taken.slice(0, -1))).toThrow(SnapshotFormatError)
})

test('after the end', () => {
  const session = open('auto').createSession()
  session.flush()
  expect(() => session.push('a')).toThrow(SessionEndedError)
  expect(() => session.settle()).toThrow(SessionEndedError)
  expect(session.flush()).toEqual([])
  session.free()
  expect(() => session.snapshot()).toThrow(SessionEndedError)
})

describe('what is compressed inside an encoding', () => {
  const text = 'The boat had not come, and nobody went down to the harbour before noon'
  // base64 of zlib of ROT13.
  const packed =
    'eJwVytEJwDAIBcBV3gDZo3P4QCwhaDX40+mbfh7c1YWgG9oTQsPDtwZcfgVzYZYYklNghJ3ersFbEbWpdRrlA2m/GOA='

  test('is read, and told', () => {
    const events = read('auto', packed)
    expect(finalText(events)).toBe(text)
    expect(events.at(-1)).toMatchObject({ encoding: 'base64 > zlib' })
    expect(finalText(read('base64 > zlib', packed))).toBe(text)
  })

  test('is U+FFFD where it is broken or cut short, and what follows the encoding stands', () => {
    const broken = packed.replace('GOA=', 'GOE=')
    for (const chunks of [[`${broken}. Uryyb`], `${broken}. Uryyb`.split('')]) {
      expect(finalText(read('auto', ...chunks))).toBe(`${text}\ufffd. Hello`)
    }
    expect(finalText(read('auto', packed.slice(0, 80)))).toMatch(/^The boat had not come, and .*\ufffd$/)
  })

  test('is a fault where it was named, and moves with the session', () => {
    const session = open('base64 > zlib').createSession()
    session.push(packed.replace('GOA=', 'GOE='))
    const moved = open('base64 > zlib').createSession(session.snapshot())
    expect(() => moved.push('')).toThrow('zlib: the checksum is not that of what came out, at position 68')
  })

  test('bytes of a file are taken as they are', () => {
    const bytes = Uint8Array.from(atob(packed), (unit) => unit.charCodeAt(0))
    const session = open('zlib').createSession()
    const events = [...bytes].flatMap((byte) => session.push(Uint8Array.of(byte)))
    expect(finalText([...events, ...session.flush()])).toBe(text)
  })
})

test('what is turned around an encoding ends where its signs do', () => {
  // ROT13 of base64 of ROT13.
  const turned = 'E3IlVT9vozptqJ5kVTSvMlOjLaclVTqvVTq1pvO1ozIiLzuy'
  expect(read('auto', turned).at(-1)).toMatchObject({ encoding: 'rot13 > base64' })
})
