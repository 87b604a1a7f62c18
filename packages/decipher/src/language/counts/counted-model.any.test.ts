import { loadDefaultEngine } from '@runnel/rnn-model'
import { describe, expect, test } from 'vitest'
import { countSteps, createRecallingModel, createSampleCounts } from '../../testing/index.ts'
import { smallCounts } from '../../testing/small-counts.ts'
import { netLanguageModel } from '../net-language-model.ts'
import { BEHIND, EARLY, EARLY_SHARE, HEAVY, LATE_SHARE, RECENT } from './constants.ts'
import { encodeCounts } from './encode-counts.ts'
import { loadCounts } from './load-counts.ts'

const net = createRecallingModel(await loadDefaultEngine(), { kind: 'language' })
const counts = await createSampleCounts()
const counted = countSteps(net)
const both = counts.beside(netLanguageModel(counted.model))
const ids = [...net.tokenizer.encode(' the water was low and cold')]

/** Probabilities of the next symbol by the counts alone. */
const byCounts = (read: readonly number[]): number[] => {
  const context = counts.contextOf(read, read.length)
  return Array.from({ length: both.outputs - 1 }, (_, i) => Math.fround(counts.probabilityOf(i + 1, context)))
}
/** The same by the net alone, which reads from the symbol `from` on. */
const byNet = (read: readonly number[], from = 0): number[] => {
  const state = net.createState()
  const rows = read.slice(from).map((id) => [...net.step(id, state)])
  return rows[rows.length - 1].slice(1).map((p) => Math.max(both.least, p))
}
const mean = (read: readonly number[], share: number, from = 0): number[] => {
  const [a, b] = [byCounts(read), byNet(read, from)]
  return a.map((p, i) => share * p + (1 - share) * b[i])
}
const expectClose = (found: Float32Array, expected: readonly number[]): void => {
  for (const [i, p] of expected.entries()) expect(found[i + 1]).toBeCloseTo(p, 6)
}

describe('one symbol after another', () => {
  test('what weighs much is foretold by the mean of both, later with less of the counts', () => {
    const state = both.createState()
    for (let i = 0; i < ids.length; i++) {
      const share = i + 1 < EARLY ? EARLY_SHARE : LATE_SHARE
      expectClose(both.step(ids[i], state), mean(ids.slice(0, i + 1), share))
    }
    state.free()
  })

  test('what weighs little is foretold by the counts, without a step', () => {
    const state = both.createState()
    const before = counted.steps()
    for (let i = 0; i < ids.length; i++)
      expectClose(both.step(ids[i], state, 0.01), byCounts(ids.slice(0, i + 1)))
    expect(counted.steps()).toBe(before)
  })

  test('once it weighs more, all that waited is read, and each symbol once', () => {
    const state = both.createState()
    const before = counted.steps()
    for (const id of ids.slice(0, 5)) both.step(id, state, 0)
    expectClose(both.step(ids[5], state, 0.5), mean(ids.slice(0, 6), EARLY_SHARE))
    expect(counted.steps() - before).toBe(6)
    expectClose(both.step(ids[6], state), mean(ids.slice(0, 7), EARLY_SHARE))
    expect(counted.steps() - before).toBe(7)
    state.free()
  })

  test('the more waits, the more it has to weigh to be read', () => {
    const state = both.createState()
    const before = counted.steps()
    for (const id of ids.slice(0, 3 * BEHIND)) both.step(id, state, HEAVY)
    // Up to so many weigh enough, one after another.
    expect(counted.steps() - before).toBe(3 * BEHIND)
    for (const id of ids.slice(0, 2 * BEHIND - 1)) both.step(id, state, 0)
    both.step(ids[0], state, 1.9 * HEAVY)
    expect(counted.steps() - before).toBe(3 * BEHIND)
    both.step(ids[1], state, 2.5 * HEAVY)
    expect(counted.steps() - before).toBe(5 * BEHIND + 1)
    state.free()
  })

  test('of a long text only the latest symbols are read', () => {
    const state = both.createState()
    both.step(ids[0], state)
    const before = counted.steps()
    for (const id of ids.slice(1, RECENT + 4)) both.step(id, state, 0)
    expectClose(both.step(ids[RECENT + 4], state), mean(ids.slice(0, RECENT + 5), LATE_SHARE, 5))
    expect(counted.steps() - before).toBe(RECENT)
    state.free()
  })
})

test('many at once: each as if alone, whatever the others weigh and wait for', () => {
  const texts = ['the water', 'a', 'lo and', 'cold', 'was low an'].map((text) => [
    ...net.tokenizer.encode(text),
  ])
  const weights = [0.5, 0.01, 0.2, 0.03, 0.01]
  const start = () => {
    return texts.map((text, i) => {
      const state = both.createState()
      for (const [place, id] of text.slice(0, -1).entries()) both.step(id, state, place < i ? 1 : 0)
      return state
    })
  }
  const [alone, together] = [start(), start()]
  const last = texts.map((text) => text[text.length - 1])
  const out = new Float32Array(texts.length * both.outputs)
  both.stepMany(last, together, out, weights)
  alone.forEach((state, i) => {
    const row = out.subarray(i * both.outputs, (i + 1) * both.outputs)
    expect([...row]).toEqual([...both.step(last[i], state, weights[i])])
    expect(both.saveState(together[i])).toEqual(both.saveState(state))
  })
  for (const state of [...alone, ...together]) state.free()
})

test.each([0, 3, RECENT + 9])('saved or copied with %i symbols unread, a state goes on alike', (unread) => {
  const [state, copy] = [both.createState(), both.createState()]
  both.step(ids[0], state)
  both.step(ids[1], copy)
  for (let i = 0; i < unread; i++) both.step(ids[1 + (i % 20)], state, 0)
  both.copyState(state, copy)
  const restored = both.loadState(both.saveState(state))
  for (const id of ids.slice(5, 9)) {
    const expected = [...both.step(id, state)]
    expect([...both.step(id, copy)]).toEqual(expected)
    expect([...both.step(id, restored)]).toEqual(expected)
  }
  for (const each of [state, copy, restored]) each.free()
})

test('states of the net are held for what it has read alone, and given back', () => {
  const { states } = net.memory
  const [a, b] = [both.createState(), both.createState()]
  both.step(1, a, 0)
  both.loadState(both.saveState(a))
  expect(net.memory.states).toBe(states)
  both.step(1, a)
  expect(net.memory.states).toBe(states + 1)
  both.copyState(a, b)
  expect(net.memory.states).toBe(states + 2)
  both.copyState(both.createState(), b)
  a.free()
  expect(net.memory.states).toBe(states)
})

test('numbers that are no saved state are refused, or make some state', () => {
  expect(() => both.loadState(new Float32Array(3))).toThrow(
    `state: expected ${both.stateLength} numbers, received 3`,
  )
  for (const number of [1e9, 2.5, -3, Number.NaN]) {
    const wild = both.loadState(new Float32Array(both.stateLength).fill(number))
    expect(both.step(1, wild, 0).every((p) => p >= 0 && p <= 1)).toBe(true)
    expect(() => both.step(1, wild)).not.toThrow()
    wild.free()
  }
})

test('counts of other symbols are refused', async () => {
  const small = await loadCounts(await encodeCounts(smallCounts()))
  expect(() => small.beside(netLanguageModel(net))).toThrow(
    'counts: expected counts of the symbols of recalling',
  )
})
