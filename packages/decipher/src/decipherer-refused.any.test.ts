import { ciphers, createCaesar, InvalidOptionError, LATIN } from '@runnel/core'
import { taskOf } from '@runnel/rnn-model'
import { describe, expect, test } from 'vitest'
import { createDecipherer, type DecipherOptions } from './decipherer.ts'
import { createChangedModel } from './testing/changed-model.ts'
import { createFixedShiftModel } from './testing/index.ts'

const model = createFixedShiftModel(3)
const task = taskOf(model.config, 'transduce')
const byKey = { cipher: 'caesar', key: '3' }

/** Options as JavaScript gives them. */
type AnyOptions = Omit<DecipherOptions, 'cipher' | 'model' | 'counts'> & {
  cipher?: unknown
  model?: unknown
  counts?: unknown
}

const fault = (options: AnyOptions): InvalidOptionError => {
  try {
    createDecipherer(options as DecipherOptions)
  } catch (error) {
    if (error instanceof InvalidOptionError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const expectedOf = {
  model: 'await loadModel(…), or a key',
  cipher: 'the cipher that the key belongs to',
  named: `one of ${Object.keys(ciphers).join(', ')}`,
  trained: 'auto or caesar, which model fixed-shift-3 was trained on',
  key: 'a whole number such as 3 or -3, or rot13',
  shift: 'a whole number',
}

describe('model, cipher and key', () => {
  test.each<[string, AnyOptions, option: string, received: unknown, expected: string]>([
    ['nothing', {}, 'model', undefined, expectedOf.model],
    ['a cipher alone', { cipher: 'caesar' }, 'model', undefined, expectedOf.model],
    ['a key alone', { key: '3' }, 'cipher', 'auto', expectedOf.cipher],
    ['a key, auto', { cipher: 'auto', key: '3', model }, 'cipher', 'auto', expectedOf.cipher],
    ['an unknown cipher', { cipher: 'enigma', key: '3' }, 'cipher', 'enigma', expectedOf.named],
    ['a name that objects have', { cipher: 'toString', key: '3' }, 'cipher', 'toString', expectedOf.named],
    ['a key that is no number', { cipher: 'caesar', key: 'x' }, 'key', 'x', expectedOf.key],
    ['an empty key', { cipher: 'caesar', key: '' }, 'key', '', expectedOf.key],
    ['half a place', { cipher: 'caesar', key: { shift: 0.5 } }, 'shift', 0.5, expectedOf.shift],
    ['not the cipher of the net', { model, cipher: 'atbash' }, 'cipher', 'atbash', expectedOf.trained],
    [
      'not the cipher of the net, as an object',
      { model, cipher: { ...createCaesar(), name: 'atbash' } },
      'cipher',
      'atbash',
      expectedOf.trained,
    ],
  ])('%s', (_, options, option, received, expected) => {
    expect(fault(options)).toMatchObject({ code: 'invalid_option', option, received, expected })
  })
})

describe('what was not loaded, or not awaited', () => {
  const file = { name: 'english', base64: 'UlROTA==' }

  test.each<[string, AnyOptions, message: string]>([
    [
      'a model as it ships',
      { model: file },
      'model: expected await loadModel(…), or a key, received an object',
    ],
    [
      'a model on its way',
      { model: Promise.resolve(model) },
      'model: expected await loadModel(…), or a key, received an object',
    ],
    [
      'bytes',
      { model: new Uint8Array(4) },
      'model: expected await loadModel(…), or a key, received an object',
    ],
    ['a name', { model: 'english' }, 'model: expected await loadModel(…), or a key, received "english"'],
    [
      'counts as they ship',
      { model, counts: file },
      'counts: expected await loadCounts(…), received an object',
    ],
    [
      'counts on their way',
      { model, counts: Promise.resolve() },
      'counts: expected await loadCounts(…), received an object',
    ],
  ])('%s', (_, options, message) => {
    expect(fault(options).message).toBe(message)
  })
})

describe('nets', () => {
  test('one that enciphers', () => {
    const enciphering = createChangedModel({ task: { ...task, direction: 'encipher' } })
    const expected = 'a net that deciphers; this one enciphers'
    expect(fault({ model: enciphering })).toMatchObject({ option: 'model', expected })
  })

  test('one that tells other keys apart than its cipher has', () => {
    const recogniser = createChangedModel({ task: { kind: 'recognise-key', cipher: 'caesar', keys: 31 } })
    const expected = 'a net that tells the 26 keys of caesar apart'
    expect(fault({ model: recogniser })).toMatchObject({ option: 'model', expected })
  })

  test('a recogniser of another cipher', () => {
    const recogniser = createChangedModel({ task: { kind: 'recognise-key', cipher: 'caesar', keys: 26 } })
    expect(fault({ model: recogniser, cipher: 'affine' })).toMatchObject({
      option: 'cipher',
      received: 'affine',
    })
  })

  test('a language model without a symbol for other characters', () => {
    const language = createChangedModel({ task: { kind: 'language' }, tokenizer: { alphabet: LATIN } })
    const expected = 'a net with a symbol for other characters'
    expect(fault({ model: language })).toMatchObject({ option: 'model', expected })
  })

  test('one of a cipher that is not known', () => {
    const unknown = createChangedModel({ task: { ...task, cipher: 'enigma' } })
    expect(fault({ model: unknown })).toMatchObject({ option: 'cipher', expected: expectedOf.named })
  })

  test('one that lacks a letter', () => {
    const tokenizer = { alphabet: 'abcdefghijklmnopqrstuvwxy?', other: '?' }
    const expected = 'a net that knows every letter of caesar'
    expect(fault({ model: createChangedModel({ tokenizer }) })).toMatchObject({ option: 'model', expected })
  })
})

describe.each<[string, AnyOptions]>([
  ['with a net', { model }],
  ['with a key', byKey],
])('numbers and modes, %s', (_, options) => {
  test.each([0.5, 0, -1, 1.1, Number.NaN])('commit.probability %d', (probability) => {
    expect(fault({ ...options, commit: { probability } })).toMatchObject({
      option: 'commit.probability',
      received: probability,
      expected: 'a number above 0.5, up to 1',
    })
  })

  test.each([-1, 0.5, Number.POSITIVE_INFINITY, Number.NaN])('commit.maxDelay %d', (maxDelay) => {
    expect(fault({ ...options, commit: { maxDelay } })).toMatchObject({
      option: 'commit.maxDelay',
      received: maxDelay,
      expected: 'a whole number of letters, 0 or more',
    })
  })

  test.each([-1e-9, 0.6, Number.NaN])('keyChange.rate %d', (rate) => {
    expect(fault({ ...options, keyChange: { rate } })).toMatchObject({
      option: 'keyChange.rate',
      received: rate,
      expected: 'a number from 0 to 0.5',
    })
  })

  test.each([0, -1e-6, 0.1, Number.NaN])('search.drop %d', (drop) => {
    expect(fault({ ...options, search: { drop } })).toMatchObject({
      option: 'search.drop',
      received: drop,
      expected: 'a number above 0, up to 0.01',
    })
  })

  test.each([15, 16.5, 5000, Number.NaN])('search.gap %d', (gap) => {
    expect(fault({ ...options, search: { gap } })).toMatchObject({
      option: 'search.gap',
      received: gap,
      expected: 'a whole number of letters, 16 to 4096',
    })
  })

  test.each([-1, 0.5, 21, Number.NaN])('candidates %d', (candidates) => {
    expect(fault({ ...options, candidates })).toMatchObject({
      option: 'candidates',
      received: candidates,
      expected: 'a whole number, 0 to 20',
    })
  })

  test('watch never', () => {
    expect(fault({ ...options, watch: 'never' as 'off' })).toMatchObject({
      option: 'watch',
      received: 'never',
      expected: 'one of every, adaptive, off',
    })
  })
})
