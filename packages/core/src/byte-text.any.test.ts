import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesAsText, textAsBytes } from './byte-text.ts'

test('bytes are units, and come back', () => {
  expect(bytesAsText(Uint8Array.of(0x48, 0x69, 0, 0xff))).toBe('Hi\0\u00ff')
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(textAsBytes(bytesAsText(bytes))).toEqual(new Uint8Array(bytes))
    }),
  )
})

test('a unit that is no byte is refused, with its place', () => {
  expect(() => textAsBytes('a\u0100')).toThrow('"\u0100" at position 1')
})
