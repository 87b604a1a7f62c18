import { createRandom } from '@runnel/core'
import { initialWeights } from '@runnel/rnn-model/train'
import { expect, test } from 'vitest'
import { caesarConfig, trainCaesar } from './known-and-unknown.ts'
import { readInWindows } from './windows-and-live.ts'

const random = createRandom(1)
const words = ['the', 'whale', 'sea', 'and', 'ship', 'of', 'white', 'a', 'sailor', 'sees', 'no', 'land']
const text = Array.from({ length: 3000 }, () => words[random.integer(words.length)]).join(' ')

const sizes = { streams: 10, windows: 3, seed: 1 }

test('a net without memory reads alike in windows and in a stream; one with memory does not', () => {
  const { config, weights } = initialWeights(caesarConfig('unknown'), 3)
  const forgetful = {
    ...weights['layer0.recurrent'],
    values: weights['layer0.recurrent'].values.map(() => 0),
  }
  const without = readInWindows(
    { config, weights: { ...weights, 'layer0.recurrent': forgetful } },
    text,
    sizes,
  )
  expect(without.carried).toEqual(without.fresh)
  expect(without.all.carried).toBe(without.all.fresh)
  const withMemory = readInWindows({ config, weights }, text, sizes)
  expect(withMemory.carried).not.toEqual(withMemory.fresh)
})

test('the shift of one phrase is learned by a net with memory, not by one without', async () => {
  const training = { characters: 800_000, seed: 1, signal: new AbortController().signal }
  const [forward, recurrent] = await Promise.all(
    [false, true].map((memory) => trainCaesar('unknown', memory, { learn: text, held: text }, training)),
  )
  expect(forward.right).toBeLessThan(0.25)
  expect(recurrent.right).toBeGreaterThan(2 * forward.right)
  const { all, fresh } = readInWindows(recurrent.definition, text, { ...sizes, streams: 20 })
  expect(all.carried).toBeGreaterThan(all.fresh + 0.05)
  expect(fresh[0]).toBeLessThan(fresh[99])
})
