import { expect, test } from 'vitest'
import { learningRateAt } from './schedule.ts'

test('the learning rate rises over the warm-up, then falls along half a cosine to 2 %', () => {
  const at = (step: number): number => learningRateAt(step, { steps: 100, warmUp: 4, learningRate: 1 })
  expect([0, 1, 3].map(at)).toEqual([0.25, 0.5 * 0.99976, 0.99782].map((rate) => expect.closeTo(rate, 3)))
  expect(at(50)).toBeCloseTo(0.51)
  expect(at(100)).toBeCloseTo(0.02)
})
