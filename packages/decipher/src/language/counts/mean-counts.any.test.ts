import { expect, test } from 'vitest'
import { sharedCosts } from '../../belief/columns/costs.ts'
import { createSampleCounts } from '../../testing/sample-counts.ts'
import { meanCounts } from './mean-counts.ts'

const sea = await createSampleCounts('the boat came down the river to the sea '.repeat(3))
const hills = await createSampleCounts('snow fell on all the hills and in the valley '.repeat(3))
const { encode, vocabulary } = sea.tokenizer

test('a symbol is as likely as both say in the mean, after any other', () => {
  const mean = meanCounts(sea, hills)
  for (const before of ['th', 'sn', 'qz', 's', 'th']) {
    const ids = encode(before)
    const context = mean.contextOf(ids, ids.length)
    const [own, beside] = [sea, hills].map((counts) => counts.contextOf(ids, ids.length))
    const row = new Float32Array(vocabulary)
    mean.fill(context, row, 0)
    for (let id = 1; id < vocabulary; id++) {
      const both = sea.probabilityOf(id, own) + hills.probabilityOf(id, beside)
      expect(mean.probabilityOf(id, context)).toBe(both / 2)
      expect(row[id]).toBe(Math.fround(both / 2))
    }
  }
})

test('text that has spaces is weighed by the mean, text that has none by the counts of words alone', () => {
  const costs = sharedCosts(sea, hills)
  const [t, h, e] = encode('the')
  const at = ((t * vocabulary + h) * vocabulary + e) * vocabulary + sea.tokenizer.idOf(0x20)
  const mean = meanCounts(sea, hills)
  const likely = mean.probabilityOf(sea.tokenizer.idOf(0x20), mean.contextOf([t, h, e], 3))
  expect(costs(true).table[at]).toBe(Math.round(-12 * Math.log2(likely)))
  expect(costs(false)).toBe(sharedCosts(sea, hills)(false))
  expect(costs(false).table).toEqual(sharedCosts(hills)(false).table)
  expect(sharedCosts(sea)(true).table).not.toEqual(costs(true).table)
})
