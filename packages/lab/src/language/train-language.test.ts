import { tokenizerOf } from '@runnel/rnn-model'
import { expect, test } from 'vitest'
import { startWeights } from '../start-weights.ts'
import { languageConfig } from './language-config.ts'
import { measureLanguage, trainLanguage } from './train-language.ts'

const config = languageConfig('gru', 16)
const { encode, vocabulary } = tokenizerOf(config)
const ids = encode('round and round the ragged rock '.repeat(400))
const training = {
  ids,
  batch: 8,
  characters: 40_000,
  learningRate: 0.03,
  signal: new AbortController().signal,
}

test('a net that knows nothing needs as many bits as there are symbols; one that has learned a rhyme next to none', async () => {
  const start = startWeights(config, 1)
  const zeros = {
    ...start.weights['output.kernel'],
    values: start.weights['output.kernel'].values.map(() => 0),
  }
  const ignorant = { config, weights: { ...start.weights, 'output.kernel': zeros } }
  expect((await measureLanguage(ignorant, ids)).bits).toBeCloseTo(Math.log2(vocabulary), 5)
  const { definition } = await trainLanguage({ ...training, definition: start, window: 20 })
  const { bits, right } = await measureLanguage(definition, ids)
  expect(bits).toBeLessThan(0.1)
  expect(right).toBeGreaterThan(0.99)
})

test('all windows read the same characters; longer ones make fewer updates and take more memory', async () => {
  const start = startWeights(config, 1)
  const [short, long] = await Promise.all(
    [5, 50].map((window) => trainLanguage({ ...training, definition: start, window, characters: 4000 })),
  )
  expect([short.updates, long.updates]).toEqual([100, 10])
  expect(long.bytes).toBeGreaterThan(short.bytes)
  expect(long.millisecondsPerUpdate).toBeGreaterThan(0)
})
