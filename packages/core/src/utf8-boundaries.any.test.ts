import { expect, test } from 'vitest'
import { createUtf8Decoder } from './utf8.ts'

/*
 * Where the rules for UTF-8 change: Unicode 16.0, table 3-7, Well-Formed UTF-8 Byte Sequences. Each bound of
 * a range, with the bytes either side of it.
 */
const bounds = [
  0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbb, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
  0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
]
const tails = [0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc2, 0xe0, 0xf0]

/** The text that each byte brings, and the end. */
const byteByByte = (bytes: Uint8Array): string[] => {
  const decoder = createUtf8Decoder()
  const texts: string[] = []
  for (let i = 0; i < bytes.length; i++) texts.push(decoder.push(bytes.subarray(i, i + 1)))
  return [...texts, decoder.flush()]
}

const whole = new TextDecoder()
const expected = (bytes: Uint8Array): string[] => {
  const texts: string[] = []
  for (let i = 0; i < bytes.length; i++) {
    texts.push(whole.decode(bytes.subarray(i, i + 1), { stream: true }))
  }
  return [...texts, whole.decode()]
}

/** Every sequence of one byte from each list that is read otherwise, or later, than by TextDecoder. */
const misread = (...lists: readonly (readonly number[])[]): number[][] => {
  const wrong: number[][] = []
  const bytes = new Uint8Array(lists.length)
  const fill = (at: number): void => {
    if (at === lists.length) {
      if (byteByByte(bytes).join('|') !== expected(bytes).join('|')) wrong.push([...bytes])
      return
    }
    for (const byte of lists[at]) {
      bytes[at] = byte
      fill(at + 1)
    }
  }
  fill(0)
  return wrong
}

const every = Array.from({ length: 256 }, (_, byte) => byte)

test('all sequences of two bytes', () => {
  expect(misread(every, every)).toEqual([])
})

test('all sequences of three bytes at the bounds', () => {
  expect(misread(bounds, bounds, bounds)).toEqual([])
})

test('all sequences of four bytes at the bounds', () => {
  expect(misread(bounds, tails, tails, tails)).toEqual([])
})

test.each([
  ['U+0080', [0xc2, 0x80], '\u0080'],
  ['U+07FF', [0xdf, 0xbf], '\u07ff'],
  ['U+0800', [0xe0, 0xa0, 0x80], '\u0800'],
  ['U+D7FF', [0xed, 0x9f, 0xbf], '\ud7ff'],
  ['U+FFFF', [0xef, 0xbf, 0xbf], '\uffff'],
  ['U+10000', [0xf0, 0x90, 0x80, 0x80], '\u{10000}'],
  ['U+10FFFF', [0xf4, 0x8f, 0xbf, 0xbf], '\u{10ffff}'],
])('%s, at the edge of its length', (_, bytes, text) => {
  expect(byteByByte(Uint8Array.from(bytes)).join('')).toBe(text)
})
