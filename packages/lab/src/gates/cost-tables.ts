import { cellTitles } from '../cell-titles.ts'
import { lineChart } from '../line-chart.ts'
import { percent } from '../percent.ts'
import type { Table } from '../question.ts'
import { BUDGETS, type Priced } from './equal-cost.ts'

/** Cost and accuracy of each net. */
export const costTable = (priced: readonly Priced[]): Table => ({
  title: 'Cells at equal cost',
  columns: [
    { title: 'cell' },
    { title: 'units', tolerance: {} },
    { title: 'multiplications a character', tolerance: {} },
    { title: 'µs a character' },
    { title: 'bits a character', tolerance: { absolute: 0.05 } },
    { title: 'foretold right, %', tolerance: { absolute: 1 } },
  ],
  rows: priced.map(({ cell, units, multiplications, microseconds, bits, right }) => [
    cellTitles[cell],
    String(units),
    multiplications.toLocaleString('en'),
    microseconds.toFixed(2),
    bits.toFixed(3),
    percent(right),
  ]),
})

/** Accuracy against measured time. */
export const costChart = (priced: readonly Priced[]): string =>
  lineChart({
    title: 'Foretelling letters: accuracy against time',
    x: { label: 'µs a character, measured' },
    y: { label: 'letters foretold right, %' },
    series: Object.entries(cellTitles).map(([cell, label]) => ({
      label,
      points: priced
        .filter((one) => one.cell === cell)
        .map(({ microseconds, right }) => ({ x: microseconds, y: 100 * right })),
    })),
  })

/** The best net of each budget, smallest budget first. */
export const winners = (priced: readonly Priced[]): string =>
  BUDGETS.map((budget) => {
    const { cell, units } = netsOf(budget, priced).reduce((a, b) => (b.bits < a.bits ? b : a))
    return `a ${cellTitles[cell]} of ${units}`
  }).join(', then ')

/** A verdict, from what was measured, on the worth of a GRU. */
export const costVerdict = (priced: readonly Priced[]): string => {
  const margins = BUDGETS.map((budget) => {
    const nets = netsOf(budget, priced)
    const bits = (cell: string): number => nets.find((net) => net.cell === cell)?.bits ?? Number.NaN
    return bits('simple-rnn') - bits('gru')
  })
  const won = margins.filter((margin) => margin > 0).length
  const list = margins.map((margin) => margin.toFixed(3).replace('-', '−')).join(', ')
  return `For the same multiplications a GRU needs fewer bits than a SimpleRNN by ${list} (smallest budget first), so that to foretell letters it is worth its cost at ${won} of ${margins.length} budgets.`
}

const netsOf = (budget: Readonly<Record<string, number>>, priced: readonly Priced[]): Priced[] =>
  priced.filter(({ cell, units }) => budget[cell] === units)
