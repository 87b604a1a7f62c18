import {
  constants,
  deflateRawSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib'
import {
  createDecodingStream,
  createDeflated,
  createGzip,
  createZlib,
  type Encoding,
  EncodingError,
  encodeText,
} from '@runnel/core/encodings'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const unitsOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')
/** The bytes that a compressed text gives, cut into chunks. @throws EncodingError */
const inflated = (encoding: Encoding, packed: Uint8Array, chunk = packed.length): Buffer => {
  const stream = createDecodingStream(encoding, undefined, { asBytes: true })
  const text = unitsOf(packed)
  let told = ''
  for (let i = 0; i < text.length; i += chunk) told += stream.push(text.slice(i, i + chunk))
  told += stream.flush()
  if (stream.fault) throw stream.fault
  return bytesOf(told)
}

const kinds = [
  ['gzip', createGzip, gzipSync, gunzipSync],
  ['zlib', createZlib, deflateSync, inflateSync],
  ['deflate', createDeflated, deflateRawSync, inflateRawSync],
] as const
/** Forms of blocks: stored, codes that are fixed, of letters alone, with copies near and far. */
const forms = [
  { level: 0 },
  { strategy: constants.Z_FIXED },
  { strategy: constants.Z_HUFFMAN_ONLY },
  { strategy: constants.Z_RLE },
  { level: 1, windowBits: 9 },
  { level: 9 },
]
const WORDS = 'the morning was cold and the boat had not come '.split(' ')
const prose = (words: number, seed: number): Buffer =>
  Buffer.from(
    Array.from({ length: words }, (_, i) => WORDS[(i * i * seed + i) % WORDS.length] + (i % 97)).join(' '),
  )

describe.each(kinds)('%s beside node:zlib', (_, create, pack, unpack) => {
  const encoding = create()

  test('what zlib writes is read, whatever its blocks', () => {
    for (const form of forms) {
      for (const content of [Buffer.alloc(0), Buffer.from('A'), prose(40, 3), prose(30_000, 7)]) {
        expect(inflated(encoding, pack(content, form)).equals(content)).toBe(true)
      }
    }
  })

  test('any bytes, cut anywhere', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...forms),
        fc.integer({ min: 1, max: 9 }),
        (bytes, form, chunk) => {
          expect([...inflated(encoding, pack(bytes, form), chunk)]).toEqual([...bytes])
        },
      ),
      { numRuns: 60 },
    )
  })

  test('zlib reads what is written', () => {
    for (const text of ['', 'A', 'Grüße 😀', prose(3000, 5).toString()]) {
      expect(unpack(bytesOf(encodeText(encoding, text))).toString()).toBe(text)
    }
  })

  test('saved within tables, codes and copies, it goes on as if never interrupted', () => {
    const content = prose(400, 11)
    const packed = unitsOf(pack(content))
    let stream = createDecodingStream(encoding, undefined)
    let told = ''
    for (const unit of packed.split('')) {
      told += stream.push(unit)
      stream = createDecodingStream(encoding, stream.save())
    }
    expect(told + stream.flush()).toBe(content.toString())
    expect(stream.fault).toBe(undefined)
  })

  test('altered bytes never give another text without a fault, where there is a checksum', () => {
    const content = prose(60, 13)
    const packed = pack(content)
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const altered = Uint8Array.from(packed)
        altered[at] ^= mask
        let told: Buffer | undefined
        try {
          told = inflated(encoding, altered)
        } catch (error) {
          expect(EncodingError.isInstance(error)).toBe(true)
        }
        if (told && encoding.name !== 'deflate') expect(told.equals(content)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
