import { expect, test } from 'vitest'
import { createDecoder } from './decoded.ts'
import { piecesOf } from './pieces.ts'

test('encodings that were taken off, and text in none', () => {
  const decode = createDecoder()
  expect(decode('SGVsbG8gd29ybGQ=')).toEqual({ text: 'Hello world', encoding: 'base64' })
  expect(decode('Call me Ishmael.')).toEqual({ text: 'Call me Ishmael.', encoding: '' })
  expect(decode('')).toEqual({ text: '', encoding: '' })
})

test('pieces of a text', () => {
  const text = `Call me\nIshmael. Call me ${'a'.repeat(120)}`
  const [words, lines, windows, together, capitals, short] = piecesOf(text).map(({ pieces }) => pieces)
  expect(words).toEqual(['Call', 'me', 'Ishmael.', 'a'.repeat(120)])
  expect(lines.length).toBe(2)
  expect(windows.map(({ length }) => length)).toEqual([80, 80])
  expect(together[0]).toMatch(/^CallmeIshmaelCallmea+$/)
  expect(capitals[0]).toBe(together[0].toUpperCase())
  expect(short[0]).toBe('CallmeIshmae')
})
