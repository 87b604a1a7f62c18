import { expect, test } from 'vitest'
import { CodingStream } from '../coding-stream.ts'
import { FREE_BYTES, MOST_INFLATED, MOST_RATIO } from '../constants.ts'
import { createEncoding } from '../list.ts'
import { decodeText, encodeText } from '../whole-text.ts'
import { BLOCKS } from './compression.ts'
import { PART, PUT, STATE_LENGTH, TAKEN } from './places.ts'

/** The text that some bytes give, and the fault that they end with. */
const inflated = (
  name: string,
  bytes: readonly number[],
  saved?: Int32Array,
): [text: string, fault?: string] => {
  const stream = new CodingStream(createEncoding(name), 'decode', saved)
  stream.take(Uint8Array.from(bytes))
  stream.end()
  const text = stream.output.takeText()
  return stream.fault ? [text, stream.fault.message] : [text]
}

/** `Hi` in a block whose codes need no table, then its CRC-32 and length. */
const HI = [0xf3, 0xc8, 0x04, 0x00]
const HI_CRC = [0x0e, 0x0e, 0x17, 0x4d, 2, 0, 0, 0]
const HEAD = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]

test('gzip with a name, a comment, an extra part and a checksum of its head, and one after another', () => {
  const flags = [0x1f, 0x8b, 8, 0x1e, 1, 2, 3, 4, 0, 3]
  const named = [...flags, 2, 0, 7, 0, 0x61, 0, 0x62, 0x20, 0x63, 0, 9, 9, ...HI, ...HI_CRC]
  expect(inflated('gzip', named)).toEqual(['Hi'])
  expect(inflated('gzip', [...flags, 0, 0, 0x61, 0, 0, 9, 9, ...HI, ...HI_CRC])).toEqual(['Hi'])
  const one = [...HEAD, ...HI, ...HI_CRC]
  expect(inflated('gzip', [...one, ...one, ...named])).toEqual(['HiHiHi'])
  expect(inflated('gzip', [...one, 0])[1]).toBe('gzip: "\\u0000" may not stand at position 23')
})

test('what is no block, no table, no copy (RFC 1951)', () => {
  const fault = (...bytes: number[]) => inflated('deflate', bytes)[1]
  expect(fault(0b111)).toBe('deflate: "\\u0007" may not stand at position 1')
  expect(fault(1, 1, 0, 0, 0)).toBe('deflate: "\\u0000" may not stand at position 5')
  // A copy of what has not come out: length 3, distance 1.
  expect(fault(0b11, 0b10)).toBe('deflate: "\\u0002" may not stand at position 2')
  // Codes of lengths of which there are too many.
  expect(fault(0b101, 0, 0b11111111)).toMatch(/position [1-9]/)
  expect(fault(3)).toBe('deflate: the text may not end at position 1, a part is missing')
  expect(fault(3, 0, 0)).toBe('deflate: "\\u0000" may not stand at position 3')
})

test('a checksum that is another', () => {
  const reason = 'the checksum is not that of what came out, at position'
  expect(inflated('gzip', [...HEAD, ...HI, ...HI_CRC.with(2, 0)])).toEqual(['Hi', `gzip: ${reason} 17`])
  expect(inflated('gzip', [...HEAD, ...HI, ...HI_CRC.with(4, 3)])).toEqual(['Hi', `gzip: ${reason} 19`])
  expect(inflated('zlib', [0x78, 0x9c, ...HI, 0, 0xfb, 0, 0xb3])).toEqual(['Hi', `zlib: ${reason} 10`])
})

test('a text that is none, and one that is cut short', () => {
  const fault = (name: string, text: string) => () => decodeText(createEncoding(name), text)
  expect(fault('gzip', 'Hello')).toThrow('gzip: "H" may not stand at position 1')
  expect(fault('gzip', '')).toThrow('gzip: the text may not end at position 0, a part is missing')
  expect(fault('zlib', 'x\u009d')).toThrow('may not stand at position 2')
  expect(fault('deflate', '€')).toThrow('deflate: "€" may not stand at position 1')
  expect(inflated('gzip', [...HEAD, ...HI, ...HI_CRC.slice(1)])[1]).toMatch(/^gzip: the checksum/)
  expect(inflated('gzip', [...HEAD, ...HI])[1]).toBe(
    'gzip: the text may not end at position 14, a part is missing',
  )
})

test('what is made to fill a memory is stopped: 64 bytes for each, once 64 KiB have come out', () => {
  // A block whose code for the longest copy of the last byte takes two bits: 1,032 bytes come out for each.
  const bomb = [
    ...[0xed, 0xc1, 0x01, 0x01, 0x00, 0x00, 0x00, 0x80, 0x90, 0xfe, 0xaf, 0xee, 0x08, 0x0a],
    ...Array(400).fill(0),
  ]
  const stream = new CodingStream(createEncoding('deflate'), 'decode')
  stream.take(Uint8Array.from(bomb))
  const { length } = stream.output.takeText()
  expect(stream.fault?.message).toBe(
    `deflate: more than ${MOST_RATIO} bytes come out for each, as of a text that is made to fill a memory, at position ${stream.position + 1}`,
  )
  expect(length).toBeGreaterThan(FREE_BYTES - 258)
  expect(length).toBeLessThanOrEqual(FREE_BYTES + MOST_RATIO * (stream.position + 1))
})

test('at most 16 MiB come out, however slowly', () => {
  const far = new Int32Array(2 + STATE_LENGTH)
  far[2 + PART] = BLOCKS
  far[2 + TAKEN] = MOST_INFLATED
  far[2 + PUT] = MOST_INFLATED - 1
  const stored = [1, 2, 0, 0xfd, 0xff, 0x41, 0x42]
  expect(inflated('deflate', stored)).toEqual(['AB'])
  expect(inflated('deflate', stored, far)).toEqual([
    'A',
    'deflate: more than 16,777,216 bytes come out, at position 7',
  ])
})

test('written without a table and without copies', () => {
  expect([...encodeText(createEncoding('deflate'), 'Hi')].map((unit) => unit.charCodeAt(0))).toEqual(HI)
  expect(encodeText(createEncoding('gzip'), '').length).toBe(20)
})
