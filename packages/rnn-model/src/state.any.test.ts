import { InvalidOptionError } from '@runnel/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createModel } from './create-model.ts'
import type { State } from './engine/engine.ts'
import { outputsOf, randomIds as randomIdsOf } from './testing/run-ids.ts'
import { randomNet, smallConfig } from './testing/small-net.ts'

const model = createModel(randomNet(smallConfig(), 1), 'id')
const { vocabulary } = model.tokenizer
const randomIds = (length: number, seed: number) => randomIdsOf(model, length, seed)
const probabilities = (ids: number[], state?: State) => outputsOf(model, ids, state)

test('a saved state goes on where it stood, and is a copy', () => {
  const ids = randomIds(40, 3)
  const state = model.createState()
  probabilities(ids.slice(0, 20), state)
  const saved = model.saveState(state)
  const rest = probabilities(ids.slice(20), state)
  expect(saved.length).toBe(model.stateLength)
  const loaded = model.loadState(saved)
  saved.fill(0)
  expect(probabilities(ids.slice(20), loaded)).toEqual(rest)
})

test('two states never affect one another', () => {
  const [a, b] = [randomIds(30, 4), randomIds(30, 5)]
  const [stateA, stateB] = [model.createState(), model.createState()]
  const outA: number[] = []
  for (let t = 0; t < 30; t++) {
    outA.push(...model.step(a[t], stateA))
    model.step(b[t], stateB)
  }
  expect(Float32Array.from(outA)).toEqual(probabilities(a))
})

test('any number of states, stepped in any order, never affect one another', () => {
  const streams = [randomIds(12, 6), randomIds(12, 7), randomIds(12, 8)]
  const expected = streams.map((ids) => probabilities(ids).slice(-vocabulary))
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        streams.flatMap((_, s) => Array<number>(12).fill(s)),
        { minLength: 36 },
      ),
      (order) => {
        const states = streams.map(() => model.createState())
        const next = streams.map(() => 0)
        for (const s of order) model.step(streams[s][next[s]++], states[s])
        expect(states.map(({ output }) => output)).toEqual(expected)
      },
    ),
    { numRuns: 20 },
  )
})

test('a new state is all zeros; a step fills it, and its output is the state’s own', () => {
  const state = model.createState()
  expect(model.saveState(state)).toEqual(new Float32Array(8))
  expect(model.step(3, state)).toBe(state.output)
  expect(model.saveState(state).every((value) => value !== 0 && Math.abs(value) < 1)).toBe(true)
})

test('no ids are no step', () => {
  const state = model.createState()
  model.run([], state, new Float32Array(0))
  expect(model.saveState(state)).toEqual(new Float32Array(8))
})

test('an id that is refused leaves the state as it was', () => {
  const state = model.createState()
  model.step(3, state)
  const before = model.saveState(state)
  expect(() => model.step(31, state)).toThrow(InvalidOptionError)
  expect(() => model.run([1, 2], state, new Float32Array(1))).toThrow(InvalidOptionError)
  expect(model.saveState(state)).toEqual(before)
})
