import { createCaesar } from '@runnel/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taskOf } from '../task-of.ts'
import { smallConfig } from '../testing/small-net.ts'
import { tokenizerOf } from '../tokenizer-of.ts'
import { makeExamples, takeRows } from './examples.ts'

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
    { ...config, task: { ...taskOf(config, 'transduce'), direction: 'encipher' } },
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

const words = fc.array(
  fc.constantFrom('data', 'I', "don't", 'End.', 'Why?', '"Yes!"', '1964', 'é', '\n', '😀'),
)

test('no character is ever dropped but the space between sentences', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 12 }), (parts, length) => {
      const text = parts.join(' ')
      const { inputs, targets, mask } = makeExamples(config, text, length)
      const symbols = (ids: Uint16Array) => tokenizer.decode(ids.filter((id) => id !== 0)).replaceAll(' ', '')
      expect(symbols(targets)).toBe(tokenizer.decode(tokenizer.encode(text)).replaceAll(' ', ''))
      expect(symbols(inputs)).toBe(
        tokenizer.decode(tokenizer.encode(createCaesar().encrypt(text, { shift: 3 }))).replaceAll(' ', ''),
      )
      for (const ids of [inputs, targets]) expect([...ids].map((id) => Number(id !== 0))).toEqual([...mask])
    }),
  )
})

test('no text makes no rows', () => {
  expect(makeExamples(config, '', 5)).toMatchObject({ inputs: new Uint16Array(0), shape: [0, 5] })
})
