import { expect, test } from 'vitest'
import { startWeights } from '../start-weights.ts'
import { longestLearned, sweepLags } from './longest-lag.ts'
import { recallConfig, trainRecall } from './train-recall.ts'

const { signal } = new AbortController()
const start = (seed: number) => startWeights(recallConfig('gru', 16), seed)
const training = { definition: start(2), learningRate: 0.01, seed: 2, signal }

test('a GRU learns to remember a letter over 6 steps, and with gradients of 4 it does not', async () => {
  const whole = await trainRecall({ ...training, lag: 6, updates: 400 })
  expect(whole.learned).toBe(true)
  expect(whole.accuracy).toBeGreaterThanOrEqual(0.99)
  const cut = await trainRecall({ ...training, lag: 6, updates: 400, truncation: 4 })
  expect(cut.learned).toBe(false)
})

test('without a gradient through time, an echo of a letter is still read, if it is recent', async () => {
  const swept = await sweepLags({ start, seed: 2, signal, lags: [1, 2, 20], truncation: 1, updates: 400 })
  expect(swept.map(({ lag, learned }) => [lag, learned])).toEqual([
    [1, true],
    [2, true],
    [20, false],
  ])
  expect(longestLearned(swept)).toBe(2)
})

test('with no time to learn, accuracy is that of guessing one of eight letters or less', async () => {
  const { accuracy, learned } = await trainRecall({ ...training, lag: 30, updates: 60 })
  expect(accuracy).toBeLessThan(0.25)
  expect(learned).toBe(false)
})
