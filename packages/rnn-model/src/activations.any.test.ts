import { expect, test } from 'vitest'
import { exponential, logarithm, logSoftmax, sigmoid, softmax, tanh } from './activations.ts'

/** Numbers at even distances, from end to end. */
const grid = ([from, to]: readonly [number, number], count: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count)

test('tanh is within 3e-7', () => {
  const worst = Math.max(...grid([-12, 12], 50_000).map((x) => Math.abs(tanh(x) - Math.tanh(x))))
  expect(worst).toBeLessThan(3e-7)
  expect(tanh(0)).toBe(0)
})

test('exponential is within 1e-9 of itself', () => {
  const worst = Math.max(...grid([-87, 0], 50_000).map((x) => Math.abs(exponential(x) / Math.exp(x) - 1)))
  expect(worst).toBeLessThan(1e-9)
  expect(exponential(0)).toBe(1)
  expect(exponential(-88)).toBe(0)
})

test('the bits are the same on every engine', () => {
  expect(tanh(0.7)).toBe(0.6043677829169365)
  expect(exponential(-3.3)).toBe(0.03688316740124045)
})

test.each([
  [
    [0, 0, 0, 0],
    [0.25, 0.25, 0.25, 0.25],
  ],
  [
    [1000, 1000],
    [0.5, 0.5],
  ],
  [
    [0, -1000],
    [1, 0],
  ],
  [
    [Math.log(1), Math.log(3)],
    [0.25, 0.75],
  ],
])('softmax of %j is %j', (logits, probabilities) => {
  const values = Float32Array.from(logits)
  softmax(values)
  expect([...values].map((value, i) => Math.abs(value - probabilities[i]) < 1e-6)).not.toContain(false)
})

test('sigmoid is within 2e-7', () => {
  const exact = (x: number) => 1 / (1 + Math.exp(-x))
  const worst = Math.max(...grid([-20, 20], 50_000).map((x) => Math.abs(sigmoid(x) - exact(x))))
  expect(worst).toBeLessThan(2e-7)
  expect(sigmoid(0)).toBe(0.5)
})

test('logarithm is within 1e-12', () => {
  const worst = Math.max(...grid([1e-3, 100], 50_000).map((x) => Math.abs(logarithm(x) - Math.log(x))))
  expect(worst).toBeLessThan(1e-12)
  expect(logarithm(1)).toBe(0)
})

test('logSoftmax is the logarithm of softmax', () => {
  const [logs, probabilities] = [Float32Array.of(1, -3, 0.5), Float32Array.of(1, -3, 0.5)]
  logSoftmax(logs)
  softmax(probabilities)
  logs.forEach((value, i) => {
    expect(Math.abs(value - Math.log(probabilities[i]))).toBeLessThan(1e-6)
  })
})
