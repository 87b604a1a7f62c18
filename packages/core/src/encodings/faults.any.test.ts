import { expect, test } from 'vitest'
import { InvalidOptionError } from '../errors.ts'
import { MOST_BASE58, MOST_REVERSED } from './constants.ts'
import { createDecodingStream } from './decoding-stream.ts'
import { EncodingError } from './encoding-error.ts'
import { createEncoding } from './list.ts'
import { decodeText, encodeText } from './whole-text.ts'

const faultOf = (work: () => unknown): EncodingError => {
  try {
    work()
  } catch (error) {
    if (EncodingError.isInstance(error)) return error
    throw error
  }
  throw new Error('nothing was wrong')
}

test.each<[name: string, encoded: string, symbol: string | undefined, position: number]>([
  ['hex', '48z', 'z', 2],
  ['hex', '484', undefined, 3],
  ['hex', '4:8', ':', 1],
  ['base64', 'Zg=A', 'A', 3],
  ['base64', 'Zm9vZ', undefined, 5],
  ['base64', 'Zg=', undefined, 3],
  ['base64', '=', '=', 0],
  ['base64', 'Pz8_', '_', 3],
  ['base64', 'Pz8%2', undefined, 5],
  ['base64', 'Pz8%5F', 'F', 5],
  ['base64', 'Pz8%zz', 'z', 4],
  ['marked-lines', 'a', 'a', 0],
  ['data-uri', 'date:,', 'e', 3],
  ['data-uri', 'data:text plain,', ' ', 9],
  ['data-uri', 'data:text/plain', undefined, 15],
  ['base32', 'MZXW1', '1', 4],
  ['base32', 'MZX', undefined, 3],
  ['base58', '2g0', '0', 2],
  ['ascii85', '87cUR~', undefined, 6],
  ['ascii85', 's8W-"', '"', 4],
  ['z85', 'a', undefined, 1],
  ['binary', '0102', '2', 3],
  ['binary', '0100', undefined, 4],
  ['octal', '110 400 ', ' ', 7],
  ['decimal', '72 256 ', ' ', 6],
  ['a1z26', '8 27', '7', 3],
  ['a1z26', '8 00 1', ' ', 4],
  ['polybius', '16', '6', 1],
  ['polybius', '1', undefined, 1],
  ['tap', '......', '.', 5],
  ['bacon', 'AABC', 'C', 3],
  ['bacon', 'BBBBB A', 'A', 6],
  ['morse', '... x', 'x', 4],
  ['bacon-case', 'AAAAA', 'A', 4],
  ['code-points', 'U+48 ', ' ', 4],
  ['code-points', 'U+110000', '0', 7],
  ['code-points', 'U+', undefined, 2],
  ['zero-width', '\u200b', undefined, 1],
  ['hexdump', '000000 4', undefined, 8],
  ['hexdump', '12 34', ' ', 2],
  ['hexdump', '000000 4g', 'g', 8],
  ['quoted', 'int x; ', ';', 5],
  ['quoted', 'x = y', 'y', 4],
  ['nato', 'Hotel Motel ', 'o', 7],
  ['nato', 'Hotel Ho ', ' ', 8],
  ['uuencode', '#0v', 'v', 2],
  ['uuencode', '#0V', undefined, 3],
  ['morse-words', 'dit da', undefined, 6],
  ['morse-words', 'dit dad', 'd', 6],
  ['multi-tap', '2222 ', ' ', 4],
  ['multi-tap', '1', '1', 0],
  ['braille', '⠓x', 'x', 1],
])('%s: %j is wrong at %j, position %d', (name, encoded, symbol, position) => {
  expect(faultOf(() => decodeText(createEncoding(name), encoded))).toMatchObject({
    code: 'malformed_encoding',
    encoding: name,
    symbol,
    position,
  })
})

test.each([
  ['morse', 'a#'],
  ['a1z26', 'a1'],
  ['bacon', 'a1'],
  ['braille', 'a#'],
  ['nato', 'a#'],
  ['tap', 'a#'],
  ['polybius', 'a#'],
])('%s cannot write %j', (name, text) => {
  expect(faultOf(() => encodeText(createEncoding(name), text))).toMatchObject({
    symbol: text[1],
    position: 1,
  })
})

test('a fault in words', () => {
  const words = (name: string, text: string) => faultOf(() => decodeText(createEncoding(name), text)).message
  expect(words('hex', '48z')).toBe('hex: "z" may not stand at position 3')
  expect(words('hex', '484')).toBe('hex: the text may not end at position 3, a part is missing')
  expect(words('reversed', 'a'.repeat(MOST_REVERSED + 1))).toBe(
    'reversed: the text is longer than 65,536 characters, and more cannot be held',
  )
})

test.each([
  ['base58', MOST_BASE58],
  ['reversed', MOST_REVERSED],
])('%s holds %d characters', (name, most) => {
  const encoding = createEncoding(name)
  const decode = (length: number) => decodeText(encoding, '2'.repeat(length))
  expect(decode(most).length).toBeGreaterThan(most / 2)
  expect(faultOf(() => decode(most + 1)).position).toBe(most)
})

test('the text before a fault is given, and nothing after it', () => {
  const stream = createDecodingStream(createEncoding('hex'))
  expect(stream.push('4869zz4869')).toBe('Hi')
  expect(stream.fault).toMatchObject({ symbol: 'z', position: 4 })
  expect(stream.push('4869') + stream.flush()).toBe('')
})

test('no such encoding, no such state', () => {
  expect(() => createEncoding('toString')).toThrow(InvalidOptionError)
  expect(() => createEncoding('base65')).toThrow(/encoding: expected one of hex, base64, /)
  expect(() => createDecodingStream(createEncoding('hex'), new Int32Array(50))).toThrow(InvalidOptionError)
  expect(() => createDecodingStream(createEncoding('hex'), Int32Array.of(0, 0, 0, 0, 0, -1, 0))).toThrow(
    InvalidOptionError,
  )
})
