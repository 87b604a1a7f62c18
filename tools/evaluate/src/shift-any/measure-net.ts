import { brown } from '@runnel/corpus'
import type { RnnModel } from '@runnel/rnn-model'
import { lostFrom, quantile, rightAt, rightFrom } from './accuracy.ts'
import { cipherStreams } from './cipher-streams.ts'
import { type Letters, readStreams } from './read-streams.ts'

/** Streams of each kind, unless more are asked for. */
export const STREAMS = 2000
/** Seed that places and shifts of streams are drawn by. */
export const SEED = 1
/** Letters in a stream, and the letter before which the shift changes in those whose shift does. */
const [LETTERS, CHANGE] = [100, 100]
/** Letters after which the accuracy is told. */
export const PLACES = [1, 3, 5, 10, 20, 50, 100]

/** Accuracy of a net that reads Caesar of any shift, on streams of the Brown corpus. */
export interface NetAccuracy {
  streams: Letters[]
  /** The figures of `streams`, one for each of `columns`. */
  cells: string[]
}

/** Heads of the columns that a net's figures stand under. */
export const columns: string[] = [
  ...PLACES.map((place) => `letter ${place}`),
  'letters 21–100',
  'lost after a change: median',
  'p90',
]

/** Measures a net on streams that start at a word, and on as many whose shift changes midway. */
export const measureNet = (model: RnnModel, count: number = STREAMS): NetAccuracy => {
  const text = brown.read()
  const options = { count, seed: SEED }
  const streams = readStreams(model, cipherStreams(text, model.tokenizer, { ...options, letters: LETTERS }))
  const changed = cipherStreams(text, model.tokenizer, {
    ...options,
    letters: CHANGE + LETTERS,
    changeAt: CHANGE,
  })
  const lost = lostFrom(readStreams(model, changed), CHANGE)
  const percent = (part: number): string => `${(100 * part).toFixed(2)} %`
  return {
    streams,
    cells: [
      ...PLACES.map((place) => percent(rightAt(streams, place))),
      percent(rightFrom(streams, 21, 100)),
      String(quantile(lost, 0.5)),
      String(quantile(lost, 0.9)),
    ],
  }
}
