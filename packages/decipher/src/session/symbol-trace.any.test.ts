import { createCaesar } from '@runnel/core'
import { loadDefaultEngine, type RnnModel } from '@runnel/rnn-model'
import { describe, expect, test } from 'vitest'
import type { Belief } from '../belief/belief.ts'
import { bestAlone } from '../belief/trace/best-alone.ts'
import { createDecipherer, type DecipherOptions } from '../decipherer.ts'
import { crc32 } from '../saving/crc32.ts'
import { countSteps, createBigramModel, createRecallingModel } from '../testing/index.ts'
import { type KeptTrace, keptTrace } from '../testing/traces-of.ts'

const engine = await loadDefaultEngine()
const models = {
  bigrams: createBigramModel(undefined, engine),
  recalling: createRecallingModel(engine, { kind: 'language' }),
}
const caesar = createCaesar()
const plaintext = 'The river comes down from the hills in spring, and carries the snow. '
const changing =
  caesar.encrypt(plaintext, { shift: 3 }) + caesar.encrypt('There is a mill at the bend.', { shift: 14 })

const tracesOf = (options: DecipherOptions, text: string): KeptTrace[] => {
  const traces: KeptTrace[] = []
  const session = createDecipherer(options).createSession(undefined, {
    trace: (trace) => traces.push(keptTrace(trace)),
  })
  session.push(text)
  session.flush()
  return traces
}

describe('each letter', () => {
  const text = caesar.encrypt(plaintext, { shift: 3 })
  const options = { model: models.bigrams, cipher: 'caesar' as const, keyChange: { rate: 0 } }
  const traces = tracesOf(options, text)

  test('is told once, in order, with the reading of every key', () => {
    expect(traces.map(({ unit }) => String.fromCharCode(unit)).join('')).toBe(text)
    expect(traces.map(({ start }) => start)).toEqual(Array.from(text, (_, at) => at))
    for (const { keys, unit } of traces) {
      const letter = String.fromCharCode(unit)
      for (const { named, unit: read } of keys) {
        expect(String.fromCharCode(read)).toBe(caesar.decrypt(letter, { shift: Number(named.key.shift) }))
      }
    }
  })

  test('multiplies the weight of each key by its probability under it', () => {
    traces.slice(1).forEach(({ keys, likely, unknown }, at) => {
      const before = traces[at]
      expect(keys.reduce((sum, { weight }) => sum + weight, unknown)).toBeCloseTo(1, 4)
      for (const { named, weight, likely: under } of keys) {
        const held = before.keys.find((key) => key.named === named)
        const share = (held?.weight ?? 0) / (1 - before.unknown)
        expect(weight / (1 - unknown)).toBeCloseTo((share * (under ?? Number.NaN)) / likely, 5)
      }
    })
    expect(traces.at(-1)?.keys.map(({ named }) => named)).toEqual([{ cipher: 'caesar', key: { shift: 3 } }])
  })
})

describe('the best key', () => {
  /** The net reads the plaintext alone: the oracle. */
  const readAlone = (model: RnnModel) => {
    const state = model.createState()
    return Array.from(` ${plaintext}`, (letter) => {
      const expected = [...model.step(model.tokenizer.idOf(letter.charCodeAt(0)), state)]
      return { expected, state: [...model.saveState(state)] }
    })
  }

  test.each(Object.entries(models))('expects and remembers what a net of its own would: %s', (_, model) => {
    const cipher = { ...caesar, name: 'one', listKeys: () => [{ shift: 3 }] }
    const traces = tracesOf({ model, cipher }, caesar.encrypt(plaintext, { shift: 3 }))
    const alone = readAlone(model)
    // The last letter waits to be read until the next one asks.
    // From there on a reading without spaces leads, which that net takes for as likely.
    const end = traces.findIndex(({ expected }) => !expected)
    const told = traces.slice(0, end === -1 ? traces.length : end)
    expect(told.length).toBeGreaterThan(14)
    told.forEach(({ expected, state }, at) => {
      expect(expected).toEqual(alone[at].expected)
      if (at > 0) expect(state).toEqual(alone[at].state)
    })
    expect(traces[0].state).toBeUndefined()
  })
})

test('a key that comes with a change has no probability of the letter that brought it, and one of the next', () => {
  const traces = tracesOf({ model: models.bigrams, cipher: 'caesar', keyChange: { rate: 0.01 } }, changing)
  const of = ({ keys }: KeptTrace) => keys.find(({ named }) => named.key.shift === 14)
  const at = traces.findIndex((trace, i) => i > 30 && of(trace))
  expect(traces[at].start).toBeGreaterThan(plaintext.length - 1)
  expect(of(traces[at])?.likely).toBeUndefined()
  expect(of(traces[at + 1])?.likely).toBeGreaterThan(0)
  expect(traces[0].best?.since).toBe(0)
  expect(traces.at(-1)?.best).toEqual({
    named: { cipher: 'caesar', key: { shift: 14 } },
    since: plaintext.length,
  })
})

test('text that no key explains: the keys rest, and nothing is left of them', () => {
  const traces = tracesOf({ model: models.recalling, cipher: 'caesar' }, changing.repeat(3))
  const resting = traces.filter(({ keys }) => keys.length === 0)
  expect(resting.length).toBeGreaterThan(10)
  expect(resting[1]).toMatchObject({ best: undefined, likely: 1, expected: undefined, state: undefined })
  expect(resting[1].unknown).toBeGreaterThan(0.99999)
})

test('a belief that takes no trace still tells its best key', () => {
  const keys = { key: { cipher: 'toy', key: {} }, probability: 0.7, reading: () => 0x61 } as unknown as Belief
  const trace = bestAlone(keys, { unit: 0x62, index: 1, position: 3 })
  expect(trace.keys()).toEqual([{ named: keys.key, weight: 0.7, likely: undefined, unit: 0x61 }])
  expect(trace.best()).toEqual({ named: keys.key, since: 0 })
})

test('a net that knows one key has nothing to trace', () => {
  expect(tracesOf({ model: models.bigrams, cipher: 'caesar', key: '3' }, changing)).toEqual([])
})

test('watching takes no step of the net', () => {
  const steps = [undefined, { trace: () => {} }].map((watch) => {
    const counted = countSteps(models.bigrams)
    const decipherer = createDecipherer({ model: counted.model, cipher: 'auto' })
    decipherer.createSession(undefined, watch).push(changing)
    return counted.steps()
  })
  expect(steps[1]).toBe(steps[0])
  expect(steps[0]).toBeGreaterThan(100)
})

// Checksums of what Node gave.
test.each([
  ['bigrams', 'auto', 191_233_052],
  ['recalling', 'caesar', 3_736_747_818],
] as const)('the same bits in Node, workerd and Chromium: %s, %s', (name, cipher, sum) => {
  const traces = tracesOf({ model: models[name], cipher }, changing)
  const bits = traces.flatMap(({ likely, unknown, keys, expected = [], state = [] }) => [
    likely,
    unknown,
    ...keys.flatMap((key) => [key.weight, key.likely ?? -1]),
    ...expected,
    ...state,
  ])
  expect(crc32(new Uint8Array(Float64Array.from(bits).buffer))).toBe(sum)
})
