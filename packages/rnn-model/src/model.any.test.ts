import { expect, test } from 'vitest'
import { createModel } from './create-model.ts'
import type { State } from './engine/engine.ts'
import { outputsOf, randomIds as randomIdsOf } from './testing/run-ids.ts'
import { randomNet, smallConfig } from './testing/small-net.ts'

const model = createModel(randomNet(smallConfig(), 1), 'id')
const { vocabulary } = model.tokenizer
const randomIds = (length: number, seed: number) => randomIdsOf(model, length, seed)
const probabilities = (ids: number[], state?: State) => outputsOf(model, ids, state)

test('each step gives a distribution over the vocabulary', () => {
  const out = probabilities(randomIds(50, 1))
  for (let t = 0; t < 50; t++) {
    const sum = out.subarray(t * vocabulary, (t + 1) * vocabulary).reduce((a, b) => a + b, 0)
    expect(Math.abs(sum - 1)).toBeLessThan(1e-5)
  }
})

test('the state matters: the same symbol is read differently after others', () => {
  const [first, second] = [probabilities([3, 5]), probabilities([7, 5])]
  expect(first.subarray(vocabulary)).not.toEqual(second.subarray(vocabulary))
})

test('whole chunks, pieces and single steps give the same bits', () => {
  const ids = randomIds(64, 2)
  const whole = probabilities(ids)
  const state = model.createState()
  const pieces = [
    probabilities(ids.slice(0, 10), state),
    probabilities(ids.slice(10, 11), state),
    probabilities(ids.slice(11), state),
  ]
  expect(Float32Array.of(...pieces.flatMap((piece) => [...piece]))).toEqual(whole)
  const stepped = model.createState()
  expect(Float32Array.of(...ids.flatMap((id) => [...model.step(id, stepped)]))).toEqual(whole)
})

test('the model is frozen, and running it leaves its weights alone', () => {
  expect(Object.isFrozen(model)).toBe(true)
  expect(() => Object.assign(model, { id: 'other' })).toThrow(TypeError)
  const definition = randomNet(smallConfig(), 1)
  const twin = createModel(definition, 'id')
  twin.run(randomIds(20, 1), twin.createState(), new Float32Array(20 * vocabulary))
  expect(definition).toEqual(randomNet(smallConfig(), 1))
})

test.each([-1, 31, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('id %d is refused', (id) => {
  expect(() => model.step(id, model.createState())).toThrow('id: expected a token id from 0 to 30')
})

test('output that is too short, a state that is too long', () => {
  expect(() => model.run([1, 2], model.createState(), new Float32Array(61))).toThrow(
    'out: expected at least 62',
  )
  expect(() => model.loadState(new Float32Array(9))).toThrow('state: expected 8 numbers, received 9')
})
