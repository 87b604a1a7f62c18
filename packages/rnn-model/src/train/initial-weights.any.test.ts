import { expect, test } from 'vitest'
import { smallConfig } from '../testing/small-net.ts'
import { initialWeights } from './initial-weights.ts'

test('recurrent weights start orthogonal, biases at zero', () => {
  const { weights } = initialWeights(smallConfig(16), 4)
  const u = weights['layer0.recurrent'].values
  for (let i = 0; i < 16; i++) {
    for (let j = 0; j < 16; j++) {
      let product = 0
      for (let k = 0; k < 16; k++) product += u[i * 16 + k] * u[j * 16 + k]
      expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-6)
    }
  }
  expect(weights['layer0.bias'].values.every((value) => value === 0)).toBe(true)
  const limit = Math.sqrt(6 / (31 + 16))
  expect(Math.max(...weights['layer0.kernel'].values.map(Math.abs))).toBeLessThanOrEqual(limit)
})

test('kernels fill the interval of Glorot and Bengio, evenly', () => {
  const { values } = initialWeights(smallConfig(64), 4).weights['layer0.kernel']
  const limit = Math.sqrt(6 / (31 + 64))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length
  expect(Math.max(...values)).toBeGreaterThan(0.99 * limit)
  expect(Math.min(...values)).toBeLessThan(-0.99 * limit)
  // A uniform number has variance limit² / 3; both within four standard errors of 1984 of them.
  expect(Math.abs(mean)).toBeLessThan((4 * limit) / Math.sqrt(3 * 1984))
  expect(Math.abs((3 * variance) / limit ** 2 - 1)).toBeLessThan(4 * Math.sqrt(0.8 / 1984))
})

test('the same seed gives the same weights, another one others', () => {
  expect(initialWeights(smallConfig(4), 1)).toEqual(initialWeights(smallConfig(4), 1))
  expect(initialWeights(smallConfig(4), 2)).not.toEqual(initialWeights(smallConfig(4), 1))
})
