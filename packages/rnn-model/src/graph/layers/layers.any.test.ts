import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { cells } from '../../cells/index.ts'
import { createReferenceGraph } from '../../testing/reference-graph.ts'
import { everyLayer, graphOf, randomArray, randomFrames, recurrentLayer } from '../../testing/small-graph.ts'
import type { GraphDefinition } from '../definition.ts'
import { createGraph } from '../graph.ts'

/** The greatest difference from the oracle over some calls. */
const worst = async (definition: GraphDefinition, calls: number): Promise<number> => {
  const graph = await createGraph(definition)
  const state = graph.createState()
  const reference = createReferenceGraph(definition)
  let difference = 0
  for (const frame of randomFrames(calls, definition.input, 5)) {
    const outputs = graph.step(frame, state)
    for (const [name, expected] of Object.entries(reference(frame))) {
      expect(outputs[name]).toHaveLength(expected.length)
      expected.forEach((value, i) => {
        difference = Math.max(difference, Math.abs(value - outputs[name][i]))
      })
    }
  }
  return difference
}

test('every kind of layer: as the oracle over 200 calls', async () => {
  expect(await worst(everyLayer(), 200)).toBeLessThan(5e-6)
})

test.each(cells.map(({ name }) => name))('%s of any size and number of steps', async (cell) => {
  const random = createRandom(9)
  for (const [steps, channels, units] of [
    [1, 1, 1],
    [5, 3, 31],
    [4, 33, 32],
    [9, 16, 65],
  ]) {
    const layer = recurrentLayer(cell, 'cell', ['input'], [channels, units], random)
    expect(await worst(graphOf({ steps, channels }, layer), 20)).toBeLessThan(5e-6)
  }
})

test('tanh and the logistic function are within 1e-7 of the truth, and hold at both ends', async () => {
  const input = { steps: 1, channels: 4000 }
  const functions = [
    ['tanh', Math.tanh],
    ['sigmoid', (x: number) => 1 / (1 + Math.exp(-x))],
  ] as const
  const numbers = Float32Array.from({ length: 4000 }, (_, i) => (i - 2000) / 80)
  numbers.set([-Infinity, Infinity, -1e30, 1e30, 0])
  for (const [name, expected] of functions) {
    const layer = { kind: 'function', name: 'y', inputs: ['input'], function: name } as const
    const graph = await createGraph(graphOf(input, layer))
    const { y } = graph.step(numbers, graph.createState())
    expect(Math.max(...y.map((value, i) => Math.abs(value - expected(numbers[i]))))).toBeLessThan(1e-7)
  }
})

test('convolutions of any size and stride', async () => {
  const random = createRandom(10)
  for (const [steps, channels, size, outputs, stride] of [
    [1, 1, 1, 1, 1],
    [7, 2, 3, 32, 2],
    [12, 1, 5, 64, 1],
    [9, 31, 9, 33, 4],
  ]) {
    const kernel = randomArray(random, size, channels, outputs)
    const bias = randomArray(random, outputs)
    const layer = { kind: 'conv1d', name: 'conv', inputs: ['input'], kernel, bias, stride } as const
    expect(await worst(graphOf({ steps, channels }, layer), 3)).toBeLessThan(5e-6)
  }
})

test('zeros are zeros where weights lay while they were packed', async () => {
  const kernel = randomArray(createRandom(13), 64, 64)
  const dense = { kind: 'dense', name: 'dense', inputs: ['input'], kernel } as const
  const pad = { kind: 'pad', name: 'pad', inputs: ['dense'], mode: 'zeros', before: 2, after: 3 } as const
  expect(await worst(graphOf({ steps: 1, channels: 64 }, dense, pad), 1)).toBeLessThan(5e-6)
})

test('a convolution behind its context gives on short frames what it gives on the whole', async () => {
  const random = createRandom(11)
  const kernel = randomArray(random, 4, 3, 5)
  const conv = { kind: 'conv1d', name: 'conv', kernel, stride: 1 } as const
  const context = { kind: 'context', name: 'context', inputs: ['input'], steps: 3 } as const
  const streaming = await createGraph(
    graphOf({ steps: 2, channels: 3 }, context, { ...conv, inputs: ['context'] }),
  )
  const whole = await createGraph(
    graphOf({ steps: 20, channels: 3 }, context, { ...conv, inputs: ['context'] }),
  )
  const [frame] = randomFrames(1, whole.input, 12)
  const expected = whole.step(frame, whole.createState()).conv
  const state = streaming.createState()
  const received: number[] = []
  for (let at = 0; at < 60; at += 6) received.push(...streaming.step(frame.subarray(at, at + 6), state).conv)
  received.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i], 5)
  })
  expect(received).toHaveLength(100)
})
