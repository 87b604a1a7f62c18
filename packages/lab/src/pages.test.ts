import { readFileSync } from 'node:fs'
import path from 'node:path'
import { initialWeights, loadTrainKernels, TrainableNet } from '@runnel/rnn-model/train'
import { describe, expect, test } from 'vitest'
import { trainCaesar } from './caesar/known-and-unknown.ts'
import { comparePage } from './compare-page.ts'
import { changeTable, placesTable } from './gates/gate-tables.ts'
import { lookInside, openShiftAny } from './gates/question.ts'
import { languageConfig } from './language/language-config.ts'
import { markdownTable } from './markdown-table.ts'
import type { Table } from './question.ts'
import { heldText, openEnglish, sampleText } from './text.ts'
import { truncatedLag } from './truncation/question.ts'
import { decayBefore, decayNets } from './vanishing/decays.ts'
import { lagTable, remember, rememberers } from './vanishing/lags.ts'

/* The pages in docs/lab, the quick parts of them: `runnel lab QUESTION --check docs/lab` measures all of one. */

const SEED = 1
const { signal } = new AbortController()
const page = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, '../../../docs/lab', `${name}.md`), 'utf8')
/** One table of a page. */
const section = (name: string, title: string): string =>
  page(name).split(`## ${title}\n`)[1].split('\n## ')[0]
/** The cells of the row that starts so. */
const row = (text: string, start: string): string[] => {
  const line = text.split('\n').find((one) => one.startsWith(`| ${start} |`)) ?? ''
  return line.slice(2, -2).split(' | ')
}
const expectSame = (name: string, table: Table): void => {
  expect(comparePage(section(name, table.title ?? ''), [table])).toEqual([])
}

test('gates: what they do while deciphering, and at a change of key', async () => {
  const { places, change } = await lookInside(await openShiftAny(), SEED, signal)
  expectSame('gates', placesTable(places))
  expectSame('gates', changeTable(change))
}, 180_000)

test('vanishing: gradients before training', async () => {
  const held = await heldText(await openEnglish(), signal)
  for (const { cell, norm } of decayNets()) {
    const found = decayBefore(cell, norm, held, SEED)[9]
    const title = { 'simple-rnn': 'SimpleRNN', gru: 'GRU', lstm: 'LSTM' }[cell]
    const had = Number(row(page('vanishing'), `${title} | ${norm}`)[2])
    expect(Math.abs(found / had - 1), `${title} ${norm}`).toBeLessThan(0.2)
  }
})

describe('recall', () => {
  test('vanishing: how long a SimpleRNN remembers', async () => {
    const table = lagTable([await remember(rememberers[0], { seed: SEED, signal })])
    const had = { ...table, rows: [row(section('vanishing', 'Longest lag learned'), 'SimpleRNN')] }
    expect(comparePage(`${markdownTable(had)}\n`, [table])).toEqual([])
  })

  test('truncation: the echo that is read without a gradient', async () => {
    const lag = await truncatedLag(1, { seed: SEED, signal })
    expect(lag).toBe(Number(row(page('truncation'), '1').at(-1)))
  })
})

test('truncation: memory of a window', async () => {
  for (const window of [1, 10, 50]) {
    const definition = initialWeights(languageConfig('gru', 32), SEED)
    const { bytes } = new TrainableNet(await loadTrainKernels(), definition, 32, window)
    expect((bytes / 1024).toFixed(0)).toBe(row(page('truncation'), String(window)).at(-2)?.replace(',', ''))
  }
})

test('caesar: what a feed-forward net makes of shifts it does not know', async () => {
  const learn = await sampleText(await openEnglish(), 60_000, 1, signal)
  const held = learn.slice(50_000)
  const { right } = await trainCaesar(
    'unknown',
    false,
    { learn, held },
    { characters: 300_000, seed: SEED, signal },
  )
  expect(Math.abs(100 * right - Number(row(page('caesar'), 'any, unknown | feed-forward')[2]))).toBeLessThan(
    2,
  )
})
