import { expect, test } from 'vitest'
import { createUtf8Decoder } from './utf8.ts'

test('a code point split between chunks', () => {
  const decoder = createUtf8Decoder()
  expect(decoder.push(Uint8Array.of(0xe2, 0x82)) + decoder.push(Uint8Array.of(0xac))).toBe('€')
})
