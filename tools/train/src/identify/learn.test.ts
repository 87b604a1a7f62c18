import { createRandom } from '@runnel/core'
import { FEATURES, KINDS } from '@runnel/decipher/identify'
import { expect, test } from 'vitest'
import { countGains } from './count-gains.ts'
import type { Example } from './examples.ts'
import { learn, shareRight } from './learn.ts'

const OPTIONS = { hidden: 8, epochs: 12, batchSize: 8, learningRate: 0.02, decay: 0, seed: 3 }

/** Two kinds that one product of features tells apart, which no layer alone can. */
const examples = (count: number, seed: number): Example[] => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => {
    const features = new Float64Array(FEATURES)
    features[0] = random.next() < 0.5 ? -1 : 1
    features[1] = random.next() < 0.5 ? -1 : 1
    return {
      features,
      allowed: KINDS.map((_, kind) => kind < 2),
      kind: features[0] * features[1] > 0 ? 1 : 0,
    }
  })
}

test('a net learns what takes a hidden layer, and the same seed learns the same', () => {
  const classifier = learn(examples(400, 1), OPTIONS)
  expect(shareRight(examples(100, 2), classifier)).toEqual({ first: 1, three: 1 })
  expect(learn(examples(400, 1), OPTIONS)).toEqual(classifier)
})

test('gains of letters, pairs and bytes, by hand', () => {
  const { letters, pairs, bytes } = countGains('aab')
  // Each letter counts as seen once beforehand, each pair too.
  expect(letters[0]).toBeCloseTo(Math.log2((26 * 3) / 29), 9)
  expect(pairs[1]).toBeCloseTo(Math.log2((26 * 2) / 28), 9)
  expect(bytes[0x61]).toBeCloseTo(Math.log2((256 * 2) / 3), 9)
  expect(bytes[0x00]).toBeCloseTo(8 - 14, 9)
})
