import { expect, test } from 'vitest'
import { AT_WORDS, INSIDE_WORDS } from './constants.ts'
import { doubtAfter } from './doubt.ts'

const plan = { changeRate: 1e-4, chance: 1 / 26 }

test('a letter that is likely takes doubt away, and one that is not adds to it', () => {
  expect(doubtAfter(plan, 0.01, { sharp: 0.5 }, INSIDE_WORDS)).toBeLessThan(0.01)
  expect(doubtAfter(plan, 0.01, { sharp: 0.001 }, INSIDE_WORDS)).toBeGreaterThan(0.1)
})

test('the first letter of a word leaves more doubt than one inside', () => {
  const inside = doubtAfter(plan, 0, { sharp: 0.1 }, INSIDE_WORDS)
  expect(doubtAfter(plan, 0, { sharp: 0.1 }, AT_WORDS)).toBeCloseTo((inside * AT_WORDS) / INSIDE_WORDS, 12)
})
