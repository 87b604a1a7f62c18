import { expect, test } from 'vitest'
import { ratioOf, summarise } from './statistics.ts'

test('the median, and half the distance between the quartiles as a part of it', () => {
  expect(summarise([5, 1, 4, 2, 3])).toMatchObject({ median: 3, spread: 1 / 3 })
  expect(summarise([7])).toMatchObject({ median: 7, spread: 0 })
})

test('ratios are taken round by round', () => {
  // the second round was slowed down for both
  expect(ratioOf(summarise([4, 2, 4]), summarise([2, 1, 2]))).toBe(2)
  expect(ratioOf(undefined, summarise([1]))).toBeNaN()
})
