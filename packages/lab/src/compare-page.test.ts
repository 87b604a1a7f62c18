import { expect, test } from 'vitest'
import { answerPage } from './answer-page.ts'
import type { AnsweredQuestion } from './answer-question.ts'
import { comparePage } from './compare-page.ts'
import type { Table } from './question.ts'

const table = (...rows: string[][]): Table => ({
  columns: [
    { title: 'cell', tolerance: {} },
    { title: 'bits', tolerance: { absolute: 0.1 } },
    { title: 'updates', tolerance: { relative: 0.1 } },
    { title: 'ms' },
  ],
  rows,
})
const answer = (...tables: Table[]): AnsweredQuestion => ({
  name: 'gates',
  title: 'Gates',
  seed: 1,
  finding: 'f',
  assignment: 'a',
  about: [],
  tables,
  plots: [],
})
const had = table(['GRU', '2.5', '1,000', '4.1'], ['LSTM', '−2.5', 'over 100', '5'])
const page = answerPage(answer(had, table(['x', '1', '2', '3'])))

test('numbers may differ by what a column allows, times by anything', () => {
  const near = table(['GRU', '2.59', '1,090', '99'], ['LSTM', '−2.41', 'over 100', '0'])
  expect(comparePage(page, [near, table(['x', '1', '2', '3'])])).toEqual([])
})

test.each([
  [['GRU', '2.61', '1,000', '4.1'], 'GRU, bits: the page has 2.5, found 2.61'],
  [['GRU', '−2.5', '1,000', '4.1'], 'GRU, bits: the page has 2.5, found −2.5'],
  [['GRU', '2.5', '1,101', '4.1'], 'GRU, updates: the page has 1,000, found 1,101'],
  [['GRU', '2.5', 'over 1,000', '4.1'], 'GRU, updates: the page has 1,000, found over 1,000'],
  [['RNN', '2.5', '1,000', '4.1'], 'RNN, cell: the page has GRU, found RNN'],
])('%s is told apart', (row, difference) => {
  expect(comparePage(page, [table(row, [...had.rows[1]]), table(['x', '1', '2', '3'])])).toEqual([difference])
})

test('a table or row too few is told apart', () => {
  expect(comparePage(page, [had])).toEqual(['the page has 2 tables, and there should be 1'])
  expect(comparePage(page, [table(['x', '1', '2', '3']), table(['x', '1', '2', '3'])])).toEqual([
    'the page has 2 rows, found 1',
  ])
})
