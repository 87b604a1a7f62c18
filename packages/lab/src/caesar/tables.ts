import { lineChart } from '../line-chart.ts'
import { percent } from '../percent.ts'
import type { Table } from '../question.ts'
import { feedings } from './feedings.ts'
import { LENGTH } from './padded-pairs.ts'
import type { PaddedResult } from './train-padded.ts'
import type { ReadInWindows } from './windows-and-live.ts'

/** Places in a window that the table shows. */
const PLACES = [1, 2, 5, 10, 20, 50, 100]

/** Share of letters that one net got right under one kind of shift. */
export interface Compared {
  shift: 'known' | 'unknown'
  name: string
  right: number
}

/** Feed-forward against recurrent. */
export const comparedTable = (compared: readonly Compared[]): Table => ({
  title: 'Feed-forward against recurrent',
  columns: [{ title: 'shift' }, { title: 'net' }, { title: 'letters right, %', tolerance: { absolute: 2 } }],
  rows: compared.map(({ shift, name, right }) => [
    shift === 'known' ? '3, known' : 'any, unknown',
    name,
    percent(right),
  ]),
})

/** Ids or one-hot, paddings, masks; in the order of `feedings`. */
export const feedingTable = (fed: readonly PaddedResult[]): Table => ({
  title: 'Feeding the net',
  columns: [
    { title: 'fed' },
    { title: 'real characters right, %', tolerance: { absolute: 3 } },
    { title: 'e right, %', tolerance: { absolute: 5 } },
    { title: 'b right, %', tolerance: { absolute: 15 } },
    { title: 'reported without a mask, %', tolerance: { absolute: 4 } },
  ],
  rows: feedings().map(({ name }, i) => {
    const { right, rightOfE, rightOfB, apparent } = fed[i]
    return [name, ...[right, rightOfE, rightOfB, apparent].map(percent)]
  }),
})

/** Windows that begin with nothing against a state that is carried. */
export const windowTable = ({ fresh, carried, all }: ReadInWindows): Table => ({
  title: 'Windows against a live stream',
  columns: [
    { title: 'place in the window' },
    { title: 'windows, state from zeros: right, %', tolerance: { absolute: 3 } },
    { title: 'stream, state carried: right, %', tolerance: { absolute: 3 } },
  ],
  rows: [
    ...PLACES.map((place) => [String(place), percent(fresh[place - 1]), percent(carried[place - 1])]),
    ['all', percent(all.fresh), percent(all.carried)],
  ],
})

/** The same as curves. */
export const windowChart = ({ fresh, carried }: ReadInWindows): string => {
  const points = (shares: number[]) => shares.map((share, i) => ({ x: i + 1, y: 100 * share }))
  return lineChart({
    title: 'Caesar of unknown shift, windows against a live stream',
    x: { label: 'place in a window of 100 characters', domain: [1, LENGTH] },
    y: { label: 'letters right, %', domain: [0, 100] },
    series: [
      { label: 'state from zeros in each window', points: points(fresh) },
      { label: 'state carried', points: points(carried) },
    ],
  })
}
