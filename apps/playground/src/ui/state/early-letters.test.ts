import { expect, test } from 'vitest'
import { earlyLetters } from './early-letters.ts'

const stretch = (start: number, noticed: number, shift: number) => ({
  start,
  noticed,
  cipher: 'caesar',
  key: { shift },
  probability: 0.99,
})

test('a letter that the key of its stretch reads otherwise was settled too early', () => {
  // T is written M with shift 19, which shift 7 reads as F.
  const texts = { ciphertext: 'Aol Maxg', settled: 'The Fhen' }
  expect(earlyLetters(texts, [stretch(0, 3, 7), stretch(4, 7, 19)])).toEqual([
    { start: 4, settled: 'F', read: 'T' },
  ])
})

test('what is settled as its key reads it is not early, nor is anything of the first stretch', () => {
  const texts = { ciphertext: 'Aol Maxg', settled: 'Xxx Then' }
  expect(earlyLetters(texts, [stretch(0, 3, 7), stretch(4, 7, 19)])).toEqual([])
})
