import { expect, test } from 'vitest'
import { UnknownOdds } from './unknown-odds.ts'

/** Odds after so many letters that each speak as much against keys. */
const after = (letters: number, factor: number, isListed = false): UnknownOdds => {
  const odds = new UnknownOdds(0.01, undefined, isListed)
  for (let i = 0; i < letters; i++) odds.weigh(factor)
  odds.decide()
  return odds
}

test.each([
  [2, 0.8, true],
  [3, 0.2, true],
  [3, 0.95, false],
  [8, 0.005, true],
  [8, 0.4, false],
  [12, 0.001, false],
])('at the end of %i letters, best key %d: none is told: %s', (letters, best, isTold) => {
  const odds = after(letters, 1)
  expect(odds.isTold).toBe(false)
  odds.conclude(best)
  expect(odds.isTold).toBe(isTold)
})

test.each([
  [12, 0.3, true],
  [24, 0.6, true],
  [24, 0.8, false],
])(
  'at the end of %i letters, best of listed keys %d, none of which is likely: none is told: %s',
  (letters, best, isTold) => {
    const odds = after(letters, letters === 12 ? 1.8 : 1.37, true)
    expect(odds.isTold).toBe(false)
    expect(odds.explained).toBeLessThan(0.06)
    odds.conclude(best)
    expect(odds.isTold).toBe(isTold)
  },
)
