import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { startTensorflow } from '../tensorflow/start-tensorflow.ts'
import { AGREED, disagreement } from './agreement.ts'
import { backPropagate } from './back-propagate.ts'
import { centralDifferences } from './central-differences.ts'
import { drawGraph } from './draw-graph.ts'
import { tensorflowGradients } from './tensorflow-gradients.ts'
import { ASSIGNMENT, forward, type GraphInputs, WANTED } from './two-step-net.ts'

beforeAll(startTensorflow)

test('the published answers', () => {
  expect(forward(ASSIGNMENT)).toEqual({ h: [2, 3], output: [4, 6], loss: 2 })
  const { gradients } = backPropagate(ASSIGNMENT)
  expect(gradients).toEqual({ h1: 0, h2: 4, wh: 8, wx: 40, wy: 2 })
  for (const others of [centralDifferences(ASSIGNMENT), tensorflowGradients(ASSIGNMENT)]) {
    for (const name of WANTED) expect(Math.abs(others[name] - gradients[name]), name).toBeLessThan(AGREED)
  }
})

const number = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true })
const inputs: fc.Arbitrary<GraphInputs> = fc.record({
  wh: number(3),
  wx: number(3),
  wy: number(3),
  h0: number(10),
  x: fc.tuple(number(20), number(20)),
  y: fc.tuple(number(20), number(20)),
})

test('all three ways agree for any numbers, and TensorFlow.js leaves nothing behind', () => {
  const before = tf.memory().numTensors
  fc.assert(
    fc.property(inputs, (given) => {
      const { gradients } = backPropagate(given)
      expect(disagreement(given, gradients, centralDifferences(given))).toBeLessThan(AGREED)
      expect(disagreement(given, gradients, tensorflowGradients(given))).toBeLessThan(AGREED)
    }),
    { numRuns: 300 },
  )
  expect(tf.memory().numTensors).toBe(before)
})

test('a derivative that is wrong is found', () => {
  const { gradients } = backPropagate(ASSIGNMENT)
  const wrong = { ...gradients, wh: gradients.wh * 1.0001 }
  expect(disagreement(ASSIGNMENT, wrong, centralDifferences(ASSIGNMENT))).toBeGreaterThan(AGREED)
})

test('the picture has every value, and the gradient of every edge', () => {
  const { edges } = backPropagate({ ...ASSIGNMENT, wh: -0.5 })
  const svg = drawGraph({ ...ASSIGNMENT, wh: -0.5 })
  const short = (value: number) => String(Number(value.toPrecision(5))).replace('-', '−')
  const values = [
    ...edges.output,
    ...edges.fromOutput,
    edges.fromNext,
    forward({ ...ASSIGNMENT, wh: -0.5 }).loss,
  ]
  for (const value of values) expect(svg).toContain(`>${short(value)}</text>`)
})
