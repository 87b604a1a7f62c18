import { array, assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_LINE } from './constants.ts'
import { bytesFor, type Line, linesOf } from './lines.ts'

const encoder = new TextEncoder()

/** The lines of a text that is cut into parts of so many bytes. */
const cut = (bytes: Uint8Array, part: number): Line[] => {
  const lines: Line[] = []
  for (let start = 0; start < bytes.length; start += part) {
    const range = { start, end: Math.min(bytes.length, start + part), size: bytes.length }
    const { offset, length } = bytesFor(range)
    lines.push(...linesOf(bytes.subarray(offset, offset + length), range))
  }
  return lines
}

test('each line belongs to one part, wherever a text is cut', () => {
  const pieces = constantFrom('a', 'bé', '😀', '\n', '\n\n', '\r\n', 'one line')
  assert(
    property(array(pieces, { maxLength: 20 }), integer({ min: 1, max: 20 }), (words, part) => {
      const text = words.join('')
      const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
      const bytes = encoder.encode(text)
      const found = cut(bytes, part)
      expect(found.map((line) => line.text)).toEqual(lines.filter((line) => line !== ''))
      for (const { offset, text: line } of found) {
        expect(bytes.subarray(offset, offset + encoder.encode(line).length)).toEqual(encoder.encode(line))
      }
    }),
  )
})

test('a line that is too long is told once, and those after it are read', () => {
  const long = 'x'.repeat(LONGEST_LINE + 1)
  for (const part of [1000, 70_000, 500_000]) {
    const lines = cut(encoder.encode(`a\n${long}\nb\n${long}`), part)
    expect(lines.map(({ text, isTooLong }) => [text.length, isTooLong])).toEqual([
      [1, undefined],
      [LONGEST_LINE, true],
      [1, undefined],
      [LONGEST_LINE, true],
    ])
  }
  const [line] = cut(encoder.encode('x'.repeat(LONGEST_LINE)), 1000)
  expect(line?.isTooLong).toBeUndefined()
})

test('a byte order mark is no letter', () => {
  expect(cut(encoder.encode('\ufeffa\nb'), 100).map(({ text }) => text)).toEqual(['a', 'b'])
})
