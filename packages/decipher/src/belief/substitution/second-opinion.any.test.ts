import { LATIN } from '@runnel/core'
import { expect, test } from 'vitest'
import { netLanguageModel } from '../../language/net-language-model.ts'
import { createBigramModel, createSampleCounts } from '../../testing/index.ts'
import { SPACE } from './constants.ts'
import { LetterShares } from './letter-shares.ts'
import { nearKeys } from './near-keys.ts'
import { netMeansOf } from './net-reader.ts'
import { SubstitutionSearch } from './search.ts'
import { createSearchTable } from './search-table.ts'
import { SecondOpinion } from './second-opinion.ts'
import { NEAR } from './trust-constants.ts'

const TEXT = 'the boat came down the river in the morning with bread and letters'
const counts = await createSampleCounts()
const table = createSearchTable({ words: counts, letters: counts }, 200)
// Of a text in which b is a, and a is b.
const net = netMeansOf(
  netLanguageModel(createBigramModel('the abot bbrebd bnd abd letters bnd abrn '.repeat(5))),
)
const symbolOf = (unit: string): number => (unit === ' ' ? SPACE : LATIN.indexOf(unit))

test('near keys are the best ones, and those that read a letter otherwise, none far behind', () => {
  const { keys } = read(TEXT)
  const near = nearKeys(keys)
  const costs = near.map((key) => keys.costOf(key))
  expect(costs).toEqual(costs.toSorted((a, b) => a - b))
  expect(near[0]).toBe(keys.best)
  expect(costs.every((cost) => cost <= NEAR)).toBe(true)
  expect(new Set(near).size).toBe(near.length)
  near.slice(4).forEach((key, at) => {
    const before = near.slice(0, at + 4)
    const isNew = (_: unknown, slot: number): boolean =>
      before.every((other) => keys.letterOf(other, slot) !== keys.letterOf(key, slot))
    expect(Array.from({ length: keys.slots }).some(isNew)).toBe(true)
  })
})

test('the opinion of a text is the same whether it was asked before or not, and says who leads', () => {
  const [asked, anew] = [1, 2].map(() => new SecondOpinion(net, 'words', table))
  const search = new SubstitutionSearch(table, 'words')
  for (const unit of TEXT) {
    search.read(symbolOf(unit))
    asked.of(search.keys, search.text)
  }
  const tilts = anew.of(search.keys, search.text)
  expect(asked.of(search.keys, search.text)).toEqual(tilts)
  expect(tilts.length).toBeGreaterThan(1)
  expect(tilts[0]).toEqual({ key: search.keys.best, units: 0 })
  const shares = new LetterShares(search.keys, table.weights, () => tilts)
  const costs = tilts.map(({ key, units }) => search.keys.costOf(key) + units)
  expect(shares.lead).toBe(tilts[costs.indexOf(Math.min(...costs))].key)
  const all = Array.from({ length: search.keys.count }, (_, key) => shares.shareOfKey(key))
  expect(all.reduce((sum, share) => sum + share)).toBeCloseTo(1, 9)
  for (let slot = 0; slot < search.keys.slots; slot++) {
    const letters = Array.from(LATIN, (_, letter) => shares.shareOf(slot, letter))
    expect(letters.reduce((sum, share) => sum + share)).toBeCloseTo(1, 9)
  }
  for (const opinion of [asked, anew]) opinion.free()
})

const read = (text: string): SubstitutionSearch => {
  const search = new SubstitutionSearch(table, 'words')
  for (const unit of text) search.read(symbolOf(unit))
  return search
}

test('where a text ends before its key has held, keys are sought once more; where it has held they are not', () => {
  const short = read(TEXT.slice(0, 40))
  const before = short.keys.least
  expect(short.conclude()).toBe(true)
  expect(short.keys.least).toBeLessThanOrEqual(before)
  expect(read(TEXT.slice(0, 12)).conclude()).toBe(false)
})
