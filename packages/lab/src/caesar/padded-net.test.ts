import { createCaesar } from '@runnel/core'
import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { startTensorflow } from '../tensorflow/start-tensorflow.ts'
import { feedings } from './feedings.ts'
import { buildNet, predict, trainStep } from './padded-net.ts'
import { assignmentTokenizer, LENGTH, paddedPairs } from './padded-pairs.ts'
import { trainPadded } from './train-padded.ts'

beforeAll(startTensorflow)

const text = 'the quick brown fox jumps over the lazy dog and packs five dozen jugs '.repeat(10)
const { signal } = new AbortController()

test('pairs are ciphertext and plaintext of shift 3, padded at the end with any value', () => {
  const { decode, encode } = assignmentTokenizer()
  const padding = encode('e')[0]
  const { inputs, targets, real, rows } = paddedPairs(text, { rows: 8, padding, seed: 1 })
  expect([inputs.length, targets.length, real.length, rows]).toEqual([800, 800, 800, 8])
  for (let row = 0; row < rows; row++) {
    const part = <T extends Uint8Array | Uint16Array>(values: T) =>
      values.subarray(row * LENGTH, (row + 1) * LENGTH)
    const length = part(real).filter((value) => value === 1).length
    expect(length).toBeGreaterThanOrEqual(10)
    const plain = decode(part(targets).subarray(0, length))
    expect(text).toContain(plain)
    expect(decode(part(inputs).subarray(0, length))).toBe(createCaesar().encrypt(plain, { shift: 3 }))
    expect(decode(part(targets).subarray(length))).toBe('e'.repeat(LENGTH - length))
  }
})

test.each(feedings())('$name: a step and a prediction leave no tensor behind', async ({ feeding }) => {
  const before = tf.memory().numTensors
  const net = buildNet(feeding.input, 1)
  const optimizer = tf.train.adam(0.01)
  const pairs = paddedPairs(text, { rows: 4, padding: feeding.padding, seed: 1 })
  const first = await trainStep(net, optimizer, pairs, feeding)
  const held = tf.memory().numTensors
  const second = await trainStep(net, optimizer, pairs, feeding)
  const predicted = predict(net, pairs.inputs, feeding.input)
  expect(tf.memory().numTensors).toBe(held)
  expect(second).toBeLessThan(first)
  expect(predicted.length).toBe(4 * LENGTH)
  net.dispose()
  optimizer.dispose()
  expect(tf.memory().numTensors).toBe(before)
})

test('a mask leaves out what equals the padding: with e as padding, e is never learned', async () => {
  const before = tf.memory().numTensors
  const [, , , collides] = feedings()
  const sizes = { steps: 15, seed: 1, signal }
  const { right, rightOfE } = await trainPadded(collides.feeding, { learn: text, held: text }, sizes)
  expect(rightOfE).toBe(0)
  expect(right).toBeGreaterThan(0.3)
  expect(tf.memory().numTensors).toBe(before)
})
