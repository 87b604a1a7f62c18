import { createCaesar, createTokenizer, LATIN } from '@runnel/core'
import { expect, test } from 'vitest'
import { lostFrom, quantile, rightAt, rightFrom } from './accuracy.ts'
import { cipherStreams } from './cipher-streams.ts'

const [t, f] = [true, false]
const streams = [
  [t, t, f, t],
  [f, t, f, f],
]

test('right at a letter, over a stretch, and lost from one on', () => {
  expect([1, 2, 3, 4].map((n) => rightAt(streams, n))).toEqual([0.5, 1, 0, 0.5])
  expect(rightFrom(streams, 2, 4)).toBe(0.5)
  expect(lostFrom(streams, 2)).toEqual([1, 2])
  expect([0, 0.5, 0.9, 1].map((part) => quantile([1, 2, 3, 4], part))).toEqual([1, 3, 4, 4])
})

test('streams start at a word, under one shift, or two where it changes', () => {
  const tokenizer = createTokenizer(`${LATIN} ?`, { space: ' ', other: '?' })
  const text = 'One fish, two fish. Red fish, blue fish! '.repeat(100)
  const made = cipherStreams(text, tokenizer, { count: 40, letters: 20, changeAt: 12, seed: 3 })
  const shifts = new Set<number>()
  for (const { ids, plain, cipher } of made) {
    const read = tokenizer.decode(ids)
    const letters = Array.from(cipher).filter((index) => index !== -1)
    const right = Array.from(plain).filter((index) => index !== -1)
    const found = letters.map((index, i) => (index - right[i] + 26) % 26)
    expect(letters.length).toBe(20)
    expect(new Set(found.slice(0, 12)).size).toBe(1)
    expect(new Set(found.slice(12)).size).toBe(1)
    expect(found[11]).not.toBe(found[12])
    const word = createCaesar().decrypt(read.slice(0, 3), { shift: found[0] })
    expect(['one', 'fis', 'two', 'red', 'blu']).toContain(word)
    shifts.add(found[0])
  }
  expect(shifts.size).toBeGreaterThan(10)
})
