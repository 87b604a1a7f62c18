import type { LabContext, Table } from '../question.ts'
import { longestLearned, type SweptLag, sweepLags } from '../recall/longest-lag.ts'
import { recallConfig } from '../recall/train-recall.ts'
import { type StartOptions, startWeights } from '../start-weights.ts'
import { UNITS } from './decays.ts'

/** Lags that are tried in turn, and updates that each gets. */
export const LAGS: readonly number[] = [5, 10, 15, 20, 30, 40, 60, 80, 120, 160, 240, 320, 480]
export const UPDATES = 1500

/** A net that is made to remember. */
export interface Rememberer extends StartOptions {
  name: string
  cell: string
}

/** All that are compared. */
export const rememberers: readonly Rememberer[] = [
  { name: 'SimpleRNN', cell: 'simple-rnn' },
  { name: 'GRU', cell: 'gru' },
  { name: 'LSTM, forget bias 0', cell: 'lstm' },
  { name: 'LSTM, forget bias 1', cell: 'lstm', forgetBias: 1 },
]

/** Lags that one of them learned, up to the first that it did not. */
export interface Remembered {
  name: string
  lags: SweptLag[]
}

/** Makes one net remember over longer and longer lags. */
export const remember = async (
  { name, cell, ...options }: Rememberer,
  { seed, signal }: Pick<LabContext, 'seed' | 'signal'>,
  advance: (lag: number) => void = () => {},
): Promise<Remembered> => {
  const start = (own: number) => startWeights(recallConfig(cell, UNITS), own, options)
  return { name, lags: await sweepLags({ start, lags: LAGS, updates: UPDATES, seed, signal, advance }) }
}

/** The longest lag of each, and how it failed at the next. */
export const lagTable = (remembered: readonly Remembered[]): Table => ({
  title: 'Longest lag learned',
  columns: [
    { title: 'cell' },
    { title: 'longest lag learned', tolerance: { relative: 0.35 } },
    { title: 'updates it took', tolerance: { relative: 0.5 } },
    { title: 'first lag not learned', tolerance: { relative: 0.35 } },
    { title: 'right there, %', tolerance: { absolute: 25 } },
  ],
  rows: remembered.map(({ name, lags }) => {
    const last = lags.findLast(({ learned }) => learned)
    const failed = lags.find(({ learned }) => !learned)
    return [
      name,
      String(longestLearned(lags)),
      last ? String(last.updates) : '–',
      failed ? String(failed.lag) : `over ${LAGS.at(-1)}`,
      failed ? (100 * failed.accuracy).toFixed(0) : '–',
    ]
  }),
})
