import { expect, test } from 'vitest'
import { MOST_COST } from './constants.ts'
import { createThresholds, createWeights } from './weights.ts'

test('weights are powers of a twelfth of a bit, halved exactly', () => {
  const weights = createWeights()
  weights.forEach((weight, n) => {
    expect(Math.abs(weight / 2 ** (-n / 12) - 1)).toBeLessThan(1e-14)
    if (n >= 12) expect(weight).toBe(weights[n - 12] / 2)
  })
})

test('thresholds lie between the weights of two costs', () => {
  const weights = createWeights()
  createThresholds(MOST_COST).forEach((threshold, n) => {
    expect(threshold).toBeLessThan(weights[n])
    expect(threshold).toBeGreaterThan(weights[n + 1])
    expect(threshold ** 2 / (weights[n] * weights[n + 1])).toBeCloseTo(1, 12)
  })
})
