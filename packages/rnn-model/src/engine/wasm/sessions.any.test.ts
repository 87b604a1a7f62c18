import { createRandom } from '@runnel/core'
import { expect, inject, test } from 'vitest'
import { createModel } from '../../create-model.ts'
import type { RnnModel } from '../../model.ts'
import { randomNet, smallConfig } from '../../testing/small-net.ts'
import type { State } from '../engine.ts'
import { loadWasmEngine } from './wasm.ts'

const engine = await loadWasmEngine()
const modelOf = (cell: string, units = 16): RnnModel =>
  createModel(randomNet(smallConfig(units, 'one-hot', undefined, [cell]), 1), 'id', engine)

/** The `t`-th symbol of session `s`. */
const idOf = (s: number, t: number): number => 1 + ((s * 7 + t * (1 + (s % 5))) % 30)

declare module 'vitest' {
  interface ProvidedContext {
    share: number
  }
}

/** Drawn at random: fewer where others have been drawn before. */
const CHARACTERS = 4_000_000 * inject('share')

test('10,000 sessions, millions of characters at random: none affects another, memory flat, all freed', () => {
  const model = modelOf('gru')
  const sessions = Array.from({ length: 10_000 }, () => model.createState())
  const lengths = new Uint32Array(sessions.length)
  const { bytes, stateBytes } = model.memory
  // 10,000 states of 128 bytes, a quarter to grow in, and the net with its buffers
  expect(stateBytes).toBe(128)
  expect(bytes).toBeLessThan(10_000 * 128 * 1.25 + 300_000)
  const random = createRandom(5)
  const out = new Float32Array(64 * 31)
  let characters = 0
  while (characters < CHARACTERS) {
    const s = random.integer(sessions.length)
    const count = 1 + random.integer(64)
    const ids = Uint16Array.from({ length: count }, (_, i) => idOf(s, lengths[s] + i))
    model.run(ids, sessions[s], out)
    lengths[s] += count
    characters += count
    // and a few together
    const first = random.integer(sessions.length - 8)
    const group = Array.from({ length: 7 }, (_, i) => first + i)
    model.stepMany(
      group.map((g) => idOf(g, lengths[g])),
      group.map((g) => sessions[g]),
      out,
    )
    for (const g of group) lengths[g]++
    characters += 7
  }
  expect(model.memory).toMatchObject({ bytes, states: 10_000 })
  for (let s = 0; s < sessions.length; s += 97) {
    const alone = model.createState()
    const ids = Uint16Array.from({ length: lengths[s] }, (_, t) => idOf(s, t))
    model.run(ids, alone, new Float32Array(ids.length * 31))
    expect(model.saveState(sessions[s])).toEqual(model.saveState(alone))
    alone.free()
  }
  for (const session of sessions) session.free()
  expect(model.memory).toMatchObject({ bytes, states: 0 })
  const again = Array.from({ length: 10_000 }, () => model.createState())
  expect(model.memory).toMatchObject({ bytes, states: 10_000 })
  expect(again.every((state) => model.saveState(state).every((value) => value === 0))).toBe(true)
})

test.each([
  ['simple-rnn', 64, 256],
  ['gru', 128, 512],
  ['gru', 256, 1024],
  ['lstm', 256, 2048],
])('a session of %s-%d takes %d bytes in the kernels', (cell, units, bytes) => {
  expect(modelOf(cell, units).memory.stateBytes).toBe(bytes)
})

test('memory that grows between two steps leaves states and outputs as they were', () => {
  const model = modelOf('lstm', 128)
  const state = model.createState()
  const output = model.step(3, state)
  const before = [...output]
  const { bytes } = model.memory
  const more: State[] = []
  while (model.memory.bytes === bytes) more.push(model.createState())
  expect([...output]).toEqual(before)
  const other = modelOf('lstm', 128)
  const alone = other.createState()
  other.step(3, alone)
  expect(model.step(5, state)).toEqual(other.step(5, alone))
})

test('a freed state, and one of another model, are refused', () => {
  const [model, other] = [modelOf('gru'), modelOf('gru')]
  const state = model.createState()
  const freed = model.createState()
  freed.free()
  freed.free()
  expect(model.memory.states).toBe(1)
  expect(() => model.step(1, freed)).toThrow('state: expected a state of this model, received "a freed one"')
  expect(() => other.step(1, state)).toThrow('received "one of another model"')
  expect(() => model.stepMany([1, 1], [state, freed], new Float32Array(62))).toThrow('a freed one')
  expect(() => model.stepMany([1], [state, state], new Float32Array(62))).toThrow('one for each of 2 states')
})

test('a saved state goes on in the portable engine as in the kernels', async () => {
  const nearest = await loadWasmEngine({ arithmetic: 'int16' })
  const net = randomNet(smallConfig(20, 'one-hot', undefined, ['lstm', 'gru']), 4)
  const [fast, portable] = [createModel(net, 'id', nearest), createModel(net, 'id')]
  const state = fast.createState()
  for (let t = 0; t < 50; t++) fast.step(idOf(1, t), state)
  const moved = portable.loadState(fast.saveState(state))
  for (let t = 50; t < 60; t++) {
    const [a, b] = [fast.step(idOf(1, t), state), portable.step(idOf(1, t), moved)]
    for (let v = 0; v < 31; v++) expect(Math.abs(a[v] - b[v])).toBeLessThan(1e-3)
  }
})
