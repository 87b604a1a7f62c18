import { type Cipher, createCaesar } from '@runnel/core'
import { expect, test } from 'vitest'
import { createDecipherer, type DecipherOptions } from './decipherer.ts'
import { finalText } from './pipelines/streams.ts'
import { allEvents, createFixedShiftModel } from './testing/index.ts'

const model = createFixedShiftModel(3)

test.each<[string, DecipherOptions]>([
  ['a key as a person writes it', { cipher: 'caesar', key: '3' }],
  ['a key as a number', { cipher: 'caesar', key: 3 }],
  ['a key as an object', { cipher: 'caesar', key: { shift: 3 } }],
  ['a cipher as an object', { cipher: createCaesar(), key: '-23' }],
  ['a net', { model }],
  ['a net, cipher auto', { model, cipher: 'auto' }],
  ['a net and its cipher', { model, cipher: 'caesar' }],
  ['a net and its cipher as an object', { model, cipher: createCaesar() }],
  ['a key next to a net', { model: createFixedShiftModel(5), cipher: 'caesar', key: '3' }],
  [
    'every option',
    { model, commit: { probability: 0.99, maxDelay: 5 }, keyChange: { rate: 1e-6 }, watch: 'off' },
  ],
  [
    'options at their least',
    { model, commit: { probability: 0.500001, maxDelay: 0 }, keyChange: { rate: 0 }, watch: 'every' },
  ],
  [
    'options at their most',
    {
      model,
      commit: { probability: 1, maxDelay: 2 ** 53 - 1 },
      keyChange: { rate: 0.5 },
      watch: 'adaptive',
    },
  ],
  [
    'options that are undefined',
    { model, key: undefined, commit: { probability: undefined, maxDelay: undefined }, watch: undefined },
  ],
])('%s', (_, options) => {
  expect(finalText(createDecipherer(options).createSession().push('gdwd'))).toBe('data')
})

test('a decipherer is frozen, and keeps the key it was made with', () => {
  const key = { shift: 3 }
  const decipherer = createDecipherer({ cipher: 'caesar', key })
  key.shift = 5
  expect(Object.isFrozen(decipherer)).toBe(true)
  expect(allEvents(decipherer, ['gdwd'])).toMatchObject([
    { type: 'key', key: { shift: 3 } },
    { type: 'final', text: 'data' },
    { type: 'done', key: { shift: 3 } },
  ])
})

test('a cipher of another alphabet, and a key as large as numbers go', () => {
  const greek: Cipher<{ shift: number }> = createCaesar('αβγδεζηθικλμνξοπρστυφχψω')
  const decipherer = createDecipherer({ cipher: greek, key: { shift: -(2 ** 53) + 1 } })
  const ciphertext = greek.encrypt('Καλημερα data', { shift: -(2 ** 53) + 1 })
  expect(allEvents(decipherer, [ciphertext])).toMatchObject([
    { type: 'key', cipher: 'caesar' },
    { type: 'final', text: 'Καλημερα data' },
    { type: 'done', letters: 8 },
  ])
})
