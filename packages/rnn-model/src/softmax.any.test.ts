import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exponential, softmax, tanh } from './activations.ts'

const logits = fc
  .array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 })
  .map((values) => Float32Array.from(values))

test('softmax of any logits is a distribution', () => {
  fc.assert(
    fc.property(logits, (values) => {
      softmax(values)
      const sum = values.reduce((a, b) => a + b, 0)
      expect(Math.abs(sum - 1)).toBeLessThan(1e-6)
      expect(values.every((value) => value >= 0 && value <= 1)).toBe(true)
    }),
  )
})

test('softmax agrees with the equation in float64', () => {
  const small = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(small, (input) => {
      const values = Float32Array.from(input)
      const powers = Array.from(values, Math.exp)
      const sum = powers.reduce((a, b) => a + b, 0)
      softmax(values)
      values.forEach((value, i) => {
        expect(Math.abs(value - powers[i] / sum)).toBeLessThan(1e-7)
      })
    }),
  )
})

test('softmax keeps the order', () => {
  const values = Float32Array.of(3, -2, 7, 0)
  softmax(values)
  expect([...values.keys()].sort((a, b) => values[a] - values[b])).toEqual([1, 3, 0, 2])
})

test('tanh is odd, never falls, and stays within ±1', () => {
  let last = -1
  for (let x = -12; x <= 12; x += 1 / 64) {
    const y = tanh(x)
    expect(tanh(-x)).toBe(-y)
    expect(y).toBeGreaterThanOrEqual(last)
    expect(Math.abs(y)).toBeLessThanOrEqual(1)
    last = y
  }
  expect(tanh(1e300)).toBe(tanh(9))
  expect(tanh(Number.NEGATIVE_INFINITY)).toBe(tanh(-9))
})

test('exponential at its ends', () => {
  expect(exponential(-87)).toBeCloseTo(Math.exp(-87), 45)
  expect(exponential(-87.001)).toBe(0)
  expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0)
  expect(exponential(-1e-300)).toBe(1)
})
