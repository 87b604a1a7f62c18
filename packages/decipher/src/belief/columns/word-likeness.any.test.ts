import { expect, test } from 'vitest'
import { createWordLikeness } from './word-likeness.ts'

const keyOf = (word: string): number[] => Array.from(word, (letter) => letter.charCodeAt(0) - 0x61)
const words = ['preacher', 'preached', 'teaching', 'reaching', 'teacher', 'creature', 'painters', 'painted']
const likeness = createWordLikeness(words.map(keyOf), 26)

test('other forms of words of a list cost less than random letters, in twelfths of a bit', () => {
  const random = 8 * 12 * Math.log2(26)
  for (const word of ['preaches', 'teachers', 'reachers'])
    expect(likeness(keyOf(word))).toBeLessThan(0.6 * random)
  for (const word of ['qzxjvkwb', 'xxqqzzjj']) expect(likeness(keyOf(word))).toBeGreaterThan(random)
})

test('the costs of all values after others are those of probabilities', () => {
  for (const begun of ['', 'p', 'pr', 'qq']) {
    const before = likeness(keyOf(begun))
    const shares = Array.from(
      { length: 26 },
      (_, value) => 2 ** ((before - likeness([...keyOf(begun), value])) / 12),
    )
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 1)
  }
})
