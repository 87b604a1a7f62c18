import { expect, test } from 'vitest'
import { besides, type Candidate, isRepetition } from './candidate.ts'
import type { Lane } from './lane.ts'

const lane = { over: false } as Lane
const candidate = (key: number[], cost: number): Candidate => ({
  lane,
  key: Uint8Array.from(key),
  cost,
  state: undefined,
})

test('a key that was found before stays beside those that are found now, unless it is far behind or one of them', () => {
  const found = [candidate([1, 2], 500)]
  const before = [candidate([1, 2], 500), candidate([3, 4], 420), candidate([5, 6], 900)]
  expect(besides(found, before)).toEqual([found[0], before[1]])
  expect(besides([], [])).toEqual([])
})

test.each([
  [[1, 1], true],
  [[1, 2, 1, 2, 1, 2], true],
  [[1, 2, 3, 1, 2, 3], true],
  [[1, 2, 1], false],
  [[7], false],
  [[1, 2, 3, 1, 2, 4], false],
])('%j is a shorter key again and again: %s', (key, isOne) => {
  expect(isRepetition(Uint8Array.from(key))).toBe(isOne)
})
