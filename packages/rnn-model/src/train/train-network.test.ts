import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { decodeModel, encodeModel } from '../codec.ts'
import type { ModelConfig, ModelDefinition } from '../config.ts'
import { smallConfig } from '../testing/small-net.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { NetworkOptions } from './network-options.ts'
import { trainNetwork } from './train-network.ts'

const config: ModelConfig = {
  ...smallConfig(16, 'one-hot', undefined, ['gru']),
  task: { kind: 'language' },
}
const options: NetworkOptions = {
  length: 10,
  batchSize: 16,
  shards: 2,
  epochs: 4,
  stepsPerEpoch: 10,
  learningRate: 0.02,
  warmUp: 5,
  beta1: 0.9,
  beta2: 0.99,
  epsilon: 1e-8,
  clip: 1,
  seed: 3,
  sampling: { carry: true, fresh: 0.2, spaceless: 0.2, early: 1, keyChange: 0 },
}
const words = ['the', 'whale', 'sea', 'and', 'ship', 'of', 'white', 'a', 'sailor', 'sees']
const random = createRandom(1)
const text = Array.from({ length: 4000 }, () => words[random.integer(words.length)]).join(' ')
const held = text.slice(0, 5000)
const weightsOf = ({ weights }: ModelDefinition) => Object.values(weights).map(({ values }) => [...values])

test('the loss falls, and the best epoch is kept', async () => {
  const { history, definition, stopped, characters } = await trainNetwork(config, text, held, options)
  expect(history.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4])
  expect(history[3].validationLoss).toBeLessThan(0.8 * history[0].validationLoss)
  expect(history[3].validationAccuracy).toBeGreaterThan(history[0].validationAccuracy)
  expect({ stopped, characters }).toEqual({ stopped: false, characters: 4 * 10 * 16 * 10 })
  expect(definition.config).toBe(config)
})

test('the weights are those that the trainer has always given', async () => {
  const { definition } = await trainNetwork(config, text, held, options)
  const { sha256 } = await decodeModel(await encodeModel(definition))
  expect(sha256).toBe('1d271619c7eb4acc6ce0201c5169d6ba80da018d5d8f6ff1181c106826a870d6')
})

const averaged = {
  ...options,
  averaging: 0.9,
  sampling: { ...options.sampling, noise: { streams: 0.5, rate: 0.3 } },
}
const ways = [
  ['as they are', options],
  ['averaged, from noisy text', averaged],
] as const

test.each(ways)('one thread, two threads: the same weights, %s', async (_, options) => {
  const runs = [1, 2].map((threads) => trainNetwork(config, text, held, options, { threads }))
  const [one, two] = await Promise.all(runs)
  expect(weightsOf(two.definition)).toEqual(weightsOf(one.definition))
  expect(two.history).toEqual(one.history)
})

test.each([1, 7, 10, 23, 39].flatMap((step) => ways.map((way) => [step, ...way] as const)))(
  'stopped after step %i and gone on with: the same weights, %s',
  async (stopAfter, _, options) => {
    const whole = await trainNetwork(config, text, held, options)
    const stop = new AbortController()
    let checkpoint: Checkpoint | undefined
    const first = await trainNetwork(config, text, held, options, {
      signal: stop.signal,
      onProgress: ({ step }) => {
        if (step >= stopAfter) stop.abort()
      },
      onCheckpoint: (latest) => {
        checkpoint = structuredClone(latest)
      },
    })
    const second = await trainNetwork(config, text, held, options, { checkpoint })
    expect(checkpoint?.step).toBeGreaterThanOrEqual(stopAfter)
    expect(second.stopped).toBe(false)
    expect(weightsOf(second.definition)).toEqual(weightsOf(whole.definition))
    expect(second.history).toEqual(whole.history)
    expect(first.characters).toBe((checkpoint?.step ?? 0) * 160)
  },
)

test('averaged weights are the mean of those after each step, first ones soon forgotten', async () => {
  const steps = { ...averaged, epochs: 3, stepsPerEpoch: 1 }
  const checkpoints: Checkpoint[] = []
  await trainNetwork(config, text, held, steps, {
    onCheckpoint: (checkpoint) => {
      checkpoints.push(checkpoint)
    },
  })
  const [, second, third] = checkpoints.map(({ weights }) => weights)
  const [{ averaged: one = [] }, , { averaged: three }] = checkpoints
  // After n steps (1 + n) / (10 + n) is kept, for as long as that is less than 0.9.
  const mean = third.map((_, i) => {
    const two = second[i] + (3 / 12) * (one[i] - second[i])
    return third[i] + (4 / 13) * (two - third[i])
  })
  three?.forEach((value, i) => {
    expect(value).toBeCloseTo(mean[i], 6)
  })
  expect(three).toHaveLength(third.length)
})

test('a checkpoint of other options is refused', async () => {
  let checkpoint: Checkpoint | undefined
  await trainNetwork(
    config,
    text,
    held,
    { ...options, epochs: 1 },
    {
      onCheckpoint: (latest) => {
        checkpoint = latest
      },
    },
  )
  await expect(trainNetwork(config, text, held, options, { checkpoint })).rejects.toMatchObject({
    code: 'invalid_option',
    option: 'checkpoint',
  })
})

test('a learning rate that is far too high ends with an error that says so', async () => {
  const wild = { ...options, learningRate: 1e38, clip: 1e38 }
  await expect(trainNetwork(config, text, held, wild)).rejects.toThrow('lower the learning rate')
})

test('windows in which nothing counts change nothing', async () => {
  const keys: ModelConfig = { ...config, task: { kind: 'recognise-key', cipher: 'caesar', keys: 26 } }
  // Every stream reads a letter, then a space, and so on: every second window of one step has no letter.
  const one = { ...options, length: 1, sampling: { ...options.sampling, fresh: 0, spaceless: 0 } }
  const { definition, history } = await trainNetwork(keys, 'a '.repeat(100), 'a '.repeat(100), one)
  expect(weightsOf(definition).flat().every(Number.isFinite)).toBe(true)
  expect(history.map(({ loss }) => Number.isFinite(loss))).toEqual([true, true, true, true])
})
