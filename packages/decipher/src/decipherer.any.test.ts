import { createCaesar } from '@runnel/core'
import { expect, test } from 'vitest'
import { createDecipherer, type DecipherOptions } from './decipherer.ts'
import { finalText } from './streams.ts'
import { createFixedShiftModel } from './testing/index.ts'

const model = createFixedShiftModel(3)

test.each<[string, DecipherOptions]>([
  ['a key as a person writes it', { cipher: 'caesar', key: '3' }],
  ['a key as an object', { cipher: 'caesar', key: { shift: 3 } }],
  ['a cipher as an object', { cipher: createCaesar(), key: '-23' }],
  ['a net', { model }],
  ['a net and its cipher', { model, cipher: 'caesar' }],
  ['a key next to a net', { model: createFixedShiftModel(5), cipher: 'caesar', key: '3' }],
  [
    'every option',
    { model, commit: { probability: 0.99, maxDelay: 5 }, keyChange: { rate: 1e-6 }, watch: 'off' },
  ],
])('%s', (_, options) => {
  expect(finalText(createDecipherer(options).createSession().push('gdwd'))).toBe('data')
})

test.each<[string, DecipherOptions, string]>([
  ['nothing', {}, 'model: expected a model from loadModel, or a key'],
  ['a key without its cipher', { key: '3' }, 'cipher: expected the cipher that the key belongs to'],
  ['an unknown cipher', { cipher: 'enigma', key: '3' }, 'cipher: expected one of caesar'],
  ['a bad key', { cipher: 'caesar', key: 'x' }, 'key: expected a whole number'],
  ['a bad key object', { cipher: 'caesar', key: { shift: 0.5 } }, 'shift: expected a whole number'],
  ['a cipher the net does not know', { model, cipher: 'atbash' }, 'cipher: expected auto or caesar'],
  [
    'commit too small',
    { model, commit: { probability: 0.5 } },
    'commit.probability: expected a number above 0.5',
  ],
  ['commit too large', { model, commit: { probability: 1.1 } }, 'commit.probability'],
  ['commit that is none', { model, commit: { probability: Number.NaN } }, 'commit.probability'],
  ['a delay below 0', { model, commit: { maxDelay: -1 } }, 'commit.maxDelay: expected a whole number'],
  [
    'a rate above a half',
    { model, keyChange: { rate: 0.6 } },
    'keyChange.rate: expected a number from 0 to 0.5',
  ],
  ['an unknown watch', { model, watch: 'never' as 'off' }, 'watch: expected one of every, adaptive, off'],
])('%s is refused when the decipherer is made', (_, options, message) => {
  expect(() => createDecipherer(options)).toThrow(message)
})

test('a net that enciphers is refused', () => {
  const { config } = model
  const task = { ...config.task, direction: 'encipher' as const }
  const enciphering = { ...createFixedShiftModel(3), config: { ...config, task } }
  expect(() => createDecipherer({ model: enciphering })).toThrow('a net that deciphers; this one enciphers')
})
