import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createUtf8Decoder } from './utf8.ts'

const bytes = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }).map((text) => [...new TextEncoder().encode(text)]),
      fc.array(fc.integer({ min: 0x80, max: 0xff }), { maxLength: 3 }),
      fc.constant([0xef, 0xbb, 0xbf]),
    ),
  )
  .map((parts) => Uint8Array.from(parts.flat()))

test('saved after every byte and taken up by a new decoder, it reads as if never interrupted', () => {
  fc.assert(
    fc.property(bytes, (input) => {
      let decoder = createUtf8Decoder()
      let text = ''
      for (const byte of input) {
        text += decoder.push(Uint8Array.of(byte))
        const state = decoder.save()
        expect(state.pending.length).toBeLessThanOrEqual(3)
        decoder = createUtf8Decoder(state)
      }
      expect(text + decoder.flush()).toBe(new TextDecoder().decode(input))
    }),
    { numRuns: 1000 },
  )
})

test.each<[string, number[], number[], boolean]>([
  ['nothing read', [], [], false],
  ['half a byte order mark', [0xef, 0xbb], [0xef, 0xbb], false],
  ['a whole one', [0xef, 0xbb, 0xbf], [], true],
  ['three bytes of four', [0x61, 0xf0, 0x9f, 0x98], [0xf0, 0x9f, 0x98], true],
  ['bytes that can become nothing', [0xe0, 0x80], [], true],
])('%s: what is saved', (_, input, pending, started) => {
  const decoder = createUtf8Decoder()
  decoder.push(Uint8Array.from(input))
  expect(decoder.save()).toEqual({ pending: Uint8Array.from(pending), started })
})

test('saving is a copy and disturbs nothing', () => {
  const decoder = createUtf8Decoder()
  decoder.push(Uint8Array.of(0xe2, 0x82))
  decoder.save().pending.fill(0)
  expect(decoder.push(Uint8Array.of(0xac))).toBe('€')
})

test('a byte order mark is kept where the stream had already started', () => {
  const decoder = createUtf8Decoder({ pending: new Uint8Array(0), started: true })
  expect(decoder.push(Uint8Array.of(0xef, 0xbb, 0xbf))).toBe('\ufeff')
})

test('bytes whose `slice` shares memory, as of a Node Buffer, may be filled again by their owner', () => {
  class Sharing extends Uint8Array {
    override slice(start?: number, end?: number) {
      return this.subarray(start, end) as Uint8Array<ArrayBuffer>
    }
  }
  const decoder = createUtf8Decoder()
  const bytes = Sharing.of(0xe2, 0x82)
  expect(decoder.push(bytes)).toBe('')
  bytes.fill(0x61)
  expect(decoder.push(Uint8Array.of(0xac))).toBe('€')
})
