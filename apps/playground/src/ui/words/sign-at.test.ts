import { expect, test } from 'vitest'
import { isSecondHalf, signAt } from './sign-at.ts'

test('a character of two units is whole at both of its places; half of one stands for itself', () => {
  const text = 'a🌊b\ud83d'
  expect([0, 1, 2, 3, 4, 5].map((at) => signAt(text, at))).toEqual([
    'a',
    '🌊',
    '🌊',
    'b',
    '\ud83d',
    undefined,
  ])
  expect([0, 1, 2, 3, 4].map((at) => isSecondHalf(text, at))).toEqual([false, false, true, false, false])
})
