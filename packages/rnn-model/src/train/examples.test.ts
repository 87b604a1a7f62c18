import { expect, test } from 'vitest'
import { tokenizerOf } from '../config.ts'
import { smallConfig } from '../testing/small-net.ts'
import { makeExamples, takeRows } from './examples.ts'
import { initialWeights } from './initial-weights.ts'

const config = smallConfig()
const tokenizer = tokenizerOf(config)
const rows = (ids: Uint16Array, length: number) =>
  Array.from({ length: ids.length / length }, (_, row) =>
    tokenizer.decode(ids.subarray(row * length, (row + 1) * length)),
  )

test('a sentence and its ciphertext, padded with 0 at the end', () => {
  const { inputs, targets, mask, shape } = makeExamples(config, 'I Like Apples', 16)
  expect(rows(inputs, 16)).toEqual(['l olnh dssohv'])
  expect(rows(targets, 16)).toEqual(['i like apples'])
  expect([...inputs.subarray(13)]).toEqual([0, 0, 0])
  expect([...mask]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0])
  expect(shape).toEqual([1, 16])
})

test('the other direction swaps them', () => {
  const { inputs, targets } = makeExamples(
    { ...config, task: { ...config.task, direction: 'encipher' } },
    'data',
    4,
  )
  expect([rows(inputs, 4), rows(targets, 4)]).toEqual([['data'], ['gdwd']])
})

test('sentences become rows, long ones several, and none loses a character', () => {
  const { targets } = makeExamples(config, 'One two. "Three?" four\nfive', 6)
  expect(rows(targets, 6)).toEqual(['one tw', 'o?', '?three', '??', 'four', 'five'])
})

test('takeRows picks rows in the order asked for', () => {
  const examples = makeExamples(config, 'aa\nbb\ncc', 2)
  expect(rows(takeRows(examples, [2, 0, 2]).targets, 2)).toEqual(['cc', 'aa', 'cc'])
})

test('recurrent weights start orthogonal, biases at zero', () => {
  const { weights } = initialWeights(smallConfig(16), 4)
  const u = weights['layer0.recurrent'].values
  for (let i = 0; i < 16; i++) {
    for (let j = 0; j < 16; j++) {
      let product = 0
      for (let k = 0; k < 16; k++) product += u[i * 16 + k] * u[j * 16 + k]
      expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-6)
    }
  }
  expect(weights['layer0.bias'].values.every((value) => value === 0)).toBe(true)
  const limit = Math.sqrt(6 / (31 + 16))
  expect(Math.max(...weights['layer0.kernel'].values.map(Math.abs))).toBeLessThanOrEqual(limit)
})
