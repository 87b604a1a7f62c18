import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

test('the same seed gives the same numbers, on every machine', () => {
  const random = createRandom(1)
  expect([random.next(), random.next(), random.integer(26)]).toEqual([
    0.8308614073321223, 0.49324696650728583, 13,
  ])
  expect(createRandom(2).next()).not.toBe(createRandom(1).next())
})

test('integers are uniform', () => {
  const random = createRandom(7)
  const counts = new Array<number>(10).fill(0)
  for (let i = 0; i < 100_000; i++) counts[random.integer(10)]++
  // Four standard deviations of a binomial count: 4 √(10⁵ · 0.1 · 0.9).
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(380)
})

test('normals have mean 0 and variance 1', () => {
  const random = createRandom(7)
  const values = Array.from({ length: 100_000 }, () => random.normal())
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  expect(Math.abs(mean)).toBeLessThan(0.0127)
  expect(Math.abs(variance - 1)).toBeLessThan(0.018)
})

test('numbers lie in [0, 1), integers below their bound', () => {
  const random = createRandom(3)
  const values = Array.from({ length: 100_000 }, () => random.next())
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
  expect(Math.min(...values)).toBeLessThan(1e-3)
  expect(Math.max(...values)).toBeLessThan(1)
  expect(Math.max(...values)).toBeGreaterThan(0.999)
  expect(new Set(Array.from({ length: 1000 }, () => random.integer(3)))).toEqual(new Set([0, 1, 2]))
  expect(random.integer(1)).toBe(0)
})

test('seeds next to one another give unlike sequences', () => {
  const firsts = Array.from({ length: 1000 }, (_, seed) => createRandom(seed).next())
  expect(new Set(firsts).size).toBe(1000)
  // Mean of 1000 uniform numbers: 1/2, give or take four standard errors of 1/√12000.
  expect(Math.abs(firsts.reduce((sum, value) => sum + value, 0) / 1000 - 0.5)).toBeLessThan(0.037)
})

test('one source never moves another', () => {
  const [a, b] = [createRandom(5), createRandom(5)]
  a.next()
  a.normal()
  expect(b.next()).toBe(createRandom(5).next())
})

test('a saved source goes on with the same numbers', () => {
  const random = createRandom(5)
  random.next()
  const saved = random.save()
  const expected = [random.next(), random.integer(9), random.normal()]
  const restored = createRandom(saved)
  expect([restored.next(), restored.integer(9), restored.normal()]).toEqual(expected)
})
