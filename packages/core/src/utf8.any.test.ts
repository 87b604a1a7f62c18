import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createUtf8Decoder } from './utf8.ts'

const decodeInChunks = (bytes: Uint8Array, cuts: readonly number[]): string => {
  const decoder = createUtf8Decoder()
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  let from = 0
  let text = ''
  for (const end of ends) {
    text += decoder.push(bytes.subarray(from, end))
    from = end
  }
  return text + decoder.flush()
}

/** Bytes that are often nearly UTF-8: whole characters, broken ones, and noise. */
const bytes = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }).map((text) => [...new TextEncoder().encode(text)]),
      fc.array(fc.integer({ min: 0x80, max: 0xff }), { maxLength: 3 }),
      fc.constantFrom(
        [0xef, 0xbb, 0xbf],
        [0xe0, 0x80],
        [0xed, 0xa0, 0x80],
        [0xf4, 0x90],
        [0xf0, 0x8f],
        [0xc0],
      ),
    ),
  )
  .map((parts) => Uint8Array.from(parts.flat()))

test('any bytes, cut anywhere, give what TextDecoder gives for the whole', () => {
  fc.assert(
    fc.property(bytes, fc.array(fc.nat()), (input, cuts) => {
      expect(decodeInChunks(input, cuts)).toBe(new TextDecoder().decode(input))
    }),
    { numRuns: 2000 },
  )
})

test('one byte at a time', () => {
  fc.assert(
    fc.property(bytes, (input) => {
      expect(decodeInChunks(input, [...input.keys()])).toBe(new TextDecoder().decode(input))
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['a two-byte lead that never had a tail', [0xc2], '\ufffd'],
  ['a lone continuation', [0x80], '\ufffd'],
  ['an overlong slash', [0xc0, 0xaf], '\ufffd\ufffd'],
  ['a surrogate in UTF-8', [0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd'],
  ['a truncated four-byte character', [0xf0, 0x9f, 0x98], '\ufffd'],
  ['a byte order mark, dropped', [0xef, 0xbb, 0xbf, 0x61], 'a'],
  ['a second byte order mark, kept', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], '\ufeff'],
])('%s', (_, input, text) => {
  expect(decodeInChunks(Uint8Array.from(input), [1, 2])).toBe(text)
})

test('a character is given as soon as its last byte is there', () => {
  const decoder = createUtf8Decoder()
  expect([0xe2, 0x82, 0xac].map((byte) => decoder.push(Uint8Array.of(byte)))).toEqual(['', '', '€'])
})

test('a chunk may be overwritten once it is pushed', () => {
  const decoder = createUtf8Decoder()
  const chunk = Uint8Array.of(0x61, 0xe2, 0x82)
  expect(decoder.push(chunk)).toBe('a')
  chunk.fill(0)
  expect(decoder.push(Uint8Array.of(0xac))).toBe('€')
})

test('empty chunks change nothing', () => {
  const decoder = createUtf8Decoder()
  const empty = new Uint8Array(0)
  const chunks = [
    empty,
    Uint8Array.of(0xef, 0xbb),
    empty,
    Uint8Array.of(0xbf, 0xe2),
    empty,
    Uint8Array.of(0x82, 0xac),
  ]
  expect(chunks.map((chunk) => decoder.push(chunk)).join('') + decoder.flush()).toBe('€')
})

test('after flush it is ready for another stream', () => {
  const decoder = createUtf8Decoder()
  decoder.push(Uint8Array.of(0xe2))
  expect(decoder.flush()).toBe('\ufffd')
  expect(decoder.flush()).toBe('')
  expect(decoder.push(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('a')
})

test('bytes in shared memory', () => {
  const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
  const bytes = new Uint8Array(buffer, 8, 4)
  bytes.set([0x61, 0xe2, 0x82, 0xac])
  const decoder = createUtf8Decoder()
  expect(decoder.push(bytes.subarray(0, 2)) + decoder.push(bytes.subarray(2))).toBe('a€')
  expect(decoder.push(bytes)).toBe('a€')
})
