import { expect, test } from 'vitest'
import { backoff } from './backoff.ts'

test('waits are spread below a bound that doubles up to the longest', () => {
  const bounds = Array.from({ length: 9 }, (_, failures) => backoff(failures, () => 1, {}))
  expect(bounds).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
  expect(backoff(3, () => 0.25, {})).toBe(500)
  expect(backoff(3, () => 1, { first: 1, longest: 5 })).toBe(5)
})
