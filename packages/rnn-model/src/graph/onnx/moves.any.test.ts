import { expect, test } from 'vitest'
import { ModelFormatError } from '../../errors.ts'
import { GraphBuilder } from './builder.ts'
import {
  combineKnown,
  concatKnown,
  expandKnown,
  knownList,
  slicePlaces,
  takeKnown,
  transposeKnown,
} from './known.ts'
import {
  gatherValue,
  reshapeValue,
  sliceValue,
  squeezeValue,
  transposeValue,
  unsqueezeValue,
} from './moves.ts'
import { stateInput } from './state.ts'
import type { Computed, Known } from './values.ts'

const counted = (...shape: number[]): Known => ({
  shape,
  values: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i),
})
const numbers = ({ values }: Known): number[] => [...values]
const builder = () => new GraphBuilder({ steps: 4, channels: 3 })
const computed = (): Computed => ({ shape: [1, 3, 4], order: [2, 1], layer: 'input' })

/** Vectors of numpy for the same arrays. */
test('known tensors move as in numpy', () => {
  expect(numbers(transposeKnown(counted(2, 3), [1, 0]))).toEqual([0, 3, 1, 4, 2, 5])
  expect(numbers(transposeKnown(counted(2, 1, 3), [2, 0, 1]))).toEqual([0, 3, 1, 4, 2, 5])
  expect(numbers(takeKnown(counted(2, 3), 1, [2, 0]))).toEqual([2, 0, 5, 3])
  expect(numbers(concatKnown([counted(2, 1), counted(2, 2)], 1))).toEqual([0, 0, 1, 1, 2, 3])
  expect(numbers(expandKnown(counted(2, 1), [2, 2, 2]))).toEqual([0, 0, 1, 1, 0, 0, 1, 1])
  expect(numbers(combineKnown('Sub', knownList([7, 8]), knownList([2])))).toEqual([5, 6])
  expect(numbers(combineKnown('Div', knownList([7]), knownList([2])))).toEqual([3])
})

test.each([
  [5, 0, 2 ** 63, 1, [0, 1, 2, 3, 4]],
  [5, 1, -1, 1, [1, 2, 3]],
  [5, -2, 5, 1, [3, 4]],
  [2, -1, -(2 ** 63), -1, [1, 0]],
  [5, 4, 0, -2, [4, 2]],
  [3, 2, 1, 1, []],
])('of %i places %i to %i by %i are %j', (side, from, to, step, places) => {
  expect(slicePlaces(side, from, to, step)).toEqual(places)
})

test('computed tensors keep the order of memory under other names', () => {
  expect(transposeValue(computed(), [0, 2, 1])).toMatchObject({ shape: [1, 4, 3], order: [1, 2] })
  expect(unsqueezeValue(computed(), [-1])).toMatchObject({ shape: [1, 3, 4, 1], order: [2, 1] })
  expect(squeezeValue(computed(), [0])).toMatchObject({ shape: [3, 4], order: [1, 0] })
  expect(reshapeValue(transposeValue(computed(), [0, 2, 1]), [2, -1])).toMatchObject({
    shape: [2, 6],
    order: [0, 1],
  })
  expect(() => reshapeValue(computed(), [12])).toThrow(ModelFormatError)
  expect(() => squeezeValue(computed(), [1])).toThrow('an axis of one place')
})

test('pieces of a computed tensor become slices of steps or of channels', () => {
  const made = builder()
  expect(sliceValue(made, computed(), 1, [1, 3, 1])).toMatchObject({ shape: [1, 2, 4], order: [2, 1] })
  expect(gatherValue(made, computed(), 2, { shape: [], values: Float64Array.of(-1) })).toMatchObject({
    shape: [1, 3],
    order: [1],
  })
  expect(made.layers).toMatchObject([
    { kind: 'slice', axis: 'channels', from: 1, to: 3 },
    { kind: 'slice', axis: 'steps', from: 3, to: 4 },
  ])
})

test('pieces of a state say where in it they are', () => {
  const state = stateInput('s', [2, 1, 6])
  const second = gatherValue(builder(), state, 0, { shape: [], values: Float64Array.of(1) })
  expect(second).toMatchObject({ shape: [1, 6], parts: [{ source: 's', from: 6, length: 6 }] })
  expect(sliceValue(builder(), second, 1, [2, 5, 1])).toMatchObject({
    parts: [{ source: 's', from: 8, length: 3 }],
  })
  expect(() => sliceValue(builder(), state, 2, [0, 1, 1])).toThrow('the first wide axis of a state')
})
