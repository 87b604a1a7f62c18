import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { startTensorflow } from '../testing/start-tensorflow.ts'
import { maskedCrossEntropy, maskedHits } from './masked-loss.ts'

beforeAll(startTensorflow)

const probabilities = () =>
  tf.tensor3d([
    [
      [0.5, 0.25, 0.25],
      [0.1, 0.8, 0.1],
      [0.2, 0.2, 0.6],
    ],
  ])
const targets = (...ids: number[]) => tf.oneHot(tf.tensor2d([ids], [1, 3], 'int32'), 3) as tf.Tensor3D
const value = (scalar: tf.Scalar) => scalar.dataSync()[0]

test('the loss is the mean over what is not padding', () => {
  const mask = tf.tensor2d([[1, 1, 0]])
  const loss = value(maskedCrossEntropy(probabilities(), targets(0, 1, 0), mask))
  expect(loss).toBeCloseTo(-(Math.log(0.5) + Math.log(0.8)) / 2, 5)
})

test('what stands under padding changes neither loss nor hits', () => {
  const mask = tf.tensor2d([[1, 1, 0]])
  const [a, b] = [targets(0, 2, 0), targets(0, 2, 2)]
  expect(value(maskedCrossEntropy(probabilities(), a, mask))).toBe(
    value(maskedCrossEntropy(probabilities(), b, mask)),
  )
  expect(value(maskedHits(probabilities(), a, mask))).toBe(1)
  expect(value(maskedHits(probabilities(), b, mask))).toBe(1)
})

test('without padding every place counts', () => {
  const mask = tf.tensor2d([[1, 1, 1]])
  expect(value(maskedHits(probabilities(), targets(0, 1, 2), mask))).toBe(3)
  const loss = value(maskedCrossEntropy(probabilities(), targets(0, 1, 2), mask))
  expect(loss).toBeCloseTo(-(Math.log(0.5) + Math.log(0.8) + Math.log(0.6)) / 3, 5)
})
