import { expect, test } from 'vitest'
import { Risk } from './risk.ts'

test('letters that are surer make up for one that is less, up to a limit, and in order', () => {
  const sure = (confidences: readonly number[], risk = new Risk()): number => risk.sure(0.01, confidences)
  expect(sure([0.951, 1, 1, 1, 1])).toBe(5)
  expect(sure([0.951, 1, 1, 1])).toBe(0)
  expect(sure([1, 1, 0.951, -1, 1, 1, 0.951, 1])).toBe(6)
  // Characters that pass unchanged make up for nothing.
  expect(sure([0.951, -1, -1, -1, -1, -1])).toBe(0)
  expect(sure([0.99, 1, -1, 0.99])).toBe(4)
  expect(sure([1, 0.8, ...Array(99).fill(1)])).toBe(1)
  const spent = new Risk()
  for (const confidence of [0.951, 1, 1, 1, 1]) spent.note(confidence)
  expect(sure([0.951, 1, 1, 1], spent)).toBe(0)
  expect(sure([0.951, 1, 1, 1, 1], spent)).toBe(5)
})
