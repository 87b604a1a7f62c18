import { expect, test } from 'vitest'
import { createSampleCounts } from '../../testing/index.ts'
import { CRIB_COST, DEPTH, SPACE, START, SYMBOL_BITS } from './constants.ts'
import { type CostTable, costIn, createCostTable } from './cost-table.ts'
import { withCribs } from './cribs.ts'

const table = createCostTable(await createSampleCounts(), DEPTH)
const symbolsOf = (text: string): Uint8Array =>
  Uint8Array.from(text, (unit) => (unit === ' ' ? SPACE : unit.charCodeAt(0) - 97))

/** Costs of a text, symbol by symbol. */
const costsOf = (costs: CostTable, text: string): number[] => {
  let context = START
  return Array.from(symbolsOf(text), (symbol) => {
    const number = (context << SYMBOL_BITS) | symbol
    context = number & (2 ** (4 * SYMBOL_BITS) - 1)
    return costIn(costs, number)
  })
}

test('letters of a crib are cheap after two of it, in words or without spaces, and all else costs what it did', () => {
  const cribbed = withCribs(table, [symbolsOf('quixotic')], 'words')
  const [before, after] = [table, cribbed].map((costs) => costsOf(costs, 'so quixotic a man'))
  // From the third symbol on, the space before it counted: `u` to the space after it.
  const inside = after.map((_, at) => at >= 4 && at <= 11)
  expect(after).toEqual(before.map((cost, at) => (inside[at] ? Math.min(cost, CRIB_COST) : cost)))
  expect(before.filter((cost, at) => inside[at] && cost > CRIB_COST).length).toBeGreaterThan(5)
  expect(costsOf(cribbed, 'the quick mill')).not.toEqual(costsOf(cribbed, 'the quilt mill'))

  const run = withCribs(table, [symbolsOf('quixotic')], 'letters')
  const [apart, together] = [table, run].map((costs) => costsOf(costs, 'soquixoticaman'))
  expect(together).toEqual(apart.map((cost, at) => (at >= 4 && at <= 9 ? Math.min(cost, CRIB_COST) : cost)))
  // Tables are shared: that of others stays as it was.
  expect(costsOf(table, 'so quixotic a man')).toEqual(before)
  expect(withCribs(table, [], 'words')).toBe(table)
})
