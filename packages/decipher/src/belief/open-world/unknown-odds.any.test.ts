import { expect, test } from 'vitest'
import { UnknownOdds } from './unknown-odds.ts'

/** Odds after so many letters that each speak as much against keys. */
const after = (letters: number, factor: number): UnknownOdds => {
  const odds = new UnknownOdds(0.01)
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
