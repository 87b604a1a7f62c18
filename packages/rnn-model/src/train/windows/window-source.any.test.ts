import { createCaesar } from '@runnel/core'
import { expect, test } from 'vitest'
import type { ModelConfig } from '../../config.ts'
import { smallConfig } from '../../testing/small-net.ts'
import { tokenizerOf } from '../../tokenizer-of.ts'
import { createTrainingWindow, type TrainingWindow } from '../backprop/training-window.ts'
import type { Sampling } from './sampling.ts'
import { WindowSource } from './window-source.ts'

const language: ModelConfig = { ...smallConfig(8), task: { kind: 'language' } }
const keys: ModelConfig = { ...smallConfig(8), task: { kind: 'recognise-key', cipher: 'caesar', keys: 26 } }
const sampling: Sampling = { carry: true, fresh: 0.3, spaceless: 0, early: 1, keyChange: 0 }
const text = "it's the year 1851, and call me ishmael; some years ago - never mind how long precisely "
const tokenizer = tokenizerOf(language)
const ids = Uint8Array.from(tokenizer.encode(text))
const [LENGTH, BATCH] = [20, 3]

const windows = (source: WindowSource, count: number): TrainingWindow[] =>
  Array.from({ length: count }, () => {
    const window = createTrainingWindow(LENGTH, BATCH)
    source.fill(window)
    return window
  })
/** Ids that one stream of a window reads, or should give. */
const stream = (values: Uint16Array, of: number): string =>
  tokenizer.decode(values.filter((_, i) => i % BATCH === of))
const folded = tokenizer.decode(ids).repeat(3)

test('a language model reads each symbol and should foretell the next; fresh streams start at a word', () => {
  const ends = ['', '', '']
  for (const { inputs, targets, fresh, weights } of windows(
    new WindowSource(language, ids, BATCH, sampling, 1),
    50,
  )) {
    for (let i = 0; i < BATCH; i++) {
      const [read, next] = [stream(inputs, i), stream(targets, i)]
      expect(next.slice(0, -1)).toBe(read.slice(1))
      expect(folded).toContain(read)
      if (fresh[i]) expect(read).toMatch(/^ [a-z]/)
      else expect(read[0]).toBe(ends[i])
      ends[i] = next.slice(-1)
      expect(weights[i]).toBeCloseTo(fresh[i] ? 2 : 1, fresh[i] ? 5 : 0)
    }
  }
})

test('without spaces, only letters and digits are left', () => {
  const source = new WindowSource(language, ids, BATCH, { ...sampling, spaceless: 1 }, 1)
  const kept = folded.replaceAll(/[^a-z0]/g, '')
  for (const { targets } of windows(source, 20)) expect(kept).toContain(stream(targets, 1))
})

test('with noise, letters of a part of the streams are wrong, lost or doubled, and foretold as they arrive', () => {
  const noise = { streams: 0.5, rate: 0.4 }
  const source = new WindowSource(language, ids, 64, { ...sampling, fresh: 0, noise }, 1)
  const arrived = Array.from({ length: 64 }, () => '')
  for (let i = 0; i < 50; i++) {
    const window = createTrainingWindow(LENGTH, 64)
    source.fill(window)
    for (let at = 0; at < 64; at++) {
      const of = (values: Uint16Array): string => tokenizer.decode(values.filter((_, j) => j % 64 === at))
      expect(of(window.targets).slice(0, -1)).toBe(of(window.inputs).slice(1))
      arrived[at] += of(window.targets)
    }
  }
  const long = folded.repeat(10)
  const [clean, noisy] = [true, false].map((is) => arrived.filter((text) => long.includes(text) === is))
  expect(clean.length).toBeGreaterThan(20)
  expect(noisy.length).toBeGreaterThan(20)
  // A square of a uniform number is a third on the mean; a letter is doubled in a quarter of them.
  const letters = noisy.join('').replaceAll(/[^a-z]/g, '')
  const doubled = letters.match(/(.)\1/g)?.length ?? 0
  const natural =
    text
      .repeat(100)
      .replaceAll(/[^a-z]/g, '')
      .match(/(.)\1/g)?.length ?? 0
  expect(doubled / letters.length - natural / text.length / 100).toBeGreaterThan(0.4 / 3 / 8)
  expect(noisy.join('')).toMatch(/[qz]/)
})

test('ciphertext deciphers to the text under the shifts that are to be found, which change', () => {
  const source = new WindowSource(keys, ids, BATCH, { ...sampling, keyChange: 0.05 }, 2)
  const seen = new Set<number>()
  for (const { inputs, targets, weights } of windows(source, 50)) {
    const read = stream(inputs, 2)
    const shifts = targets.filter((_, i) => i % BATCH === 2)
    const counts = weights.filter((_, i) => i % BATCH === 2)
    const plain = Array.from(read, (letter, i) => createCaesar().decrypt(letter, { shift: shifts[i] })).join(
      '',
    )
    expect(folded).toContain(plain)
    for (const [i, letter] of Array.from(read).entries()) expect(counts[i] > 0).toBe(/[a-z]/.test(letter))
    for (const shift of shifts) seen.add(shift)
  }
  expect(seen.size).toBeGreaterThan(20)
})

test('with one fixed key, and with letters to find', () => {
  const config: ModelConfig = { ...smallConfig(8) }
  const [window] = windows(new WindowSource(config, ids, BATCH, sampling, 2), 1)
  const plain = createCaesar().decrypt(stream(window.inputs, 0), { shift: 3 })
  const first = (values: ArrayLike<number>): number[] => Array.from(values).filter((_, i) => i % BATCH === 0)
  const [targets, weights] = [first(window.targets), first(window.weights)]
  for (const [i, letter] of Array.from(plain).entries()) {
    expect(targets[i]).toBe(weights[i] > 0 ? tokenizer.idOf(letter.charCodeAt(0)) : 0)
  }
  expect(weights.filter((weight) => weight > 0).length).toBe(plain.replaceAll(/[^a-z]/g, '').length)
})

test('without carried states every window starts with zeros, and the text goes on all the same', () => {
  const source = new WindowSource(language, ids, BATCH, { ...sampling, carry: false, fresh: 0 }, 1)
  const [first, second] = windows(source, 2)
  expect([...first.fresh, ...second.fresh]).toEqual([1, 1, 1, 1, 1, 1])
  expect(stream(second.inputs, 0)[0]).toBe(stream(first.targets, 0).at(-1))
})

test('the same seed gives the same windows, and a saved source goes on with them', () => {
  const all = windows(new WindowSource(language, ids, BATCH, sampling, 7), 6)
  const source = new WindowSource(language, ids, BATCH, sampling, 7)
  windows(source, 3)
  const saved = structuredClone(source.save())
  expect(windows(new WindowSource(language, ids, BATCH, sampling, saved), 3)).toEqual(all.slice(3))
})

test.each([
  ['text', Uint8Array.from(tokenizer.encode('word')), keys],
  ['cipher', ids, { ...keys, task: { kind: 'recognise-key' as const, cipher: 'rot47', keys: 94 } }],
  ['alphabet', ids, { ...language, tokenizer: { alphabet: 'abc' } }],
])('refused: %s', (option, given, config) => {
  expect(() => new WindowSource(config, given, BATCH, sampling, 1)).toThrow(
    expect.objectContaining({ code: 'invalid_option', option }),
  )
})
