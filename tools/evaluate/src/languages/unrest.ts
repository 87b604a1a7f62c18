import { createRandom } from '@runnel/core'
import type { DecipherOptions } from '@runnel/decipher'
import { percent } from '../figures.ts'
import { quantile, runSessions } from '../live/measures.ts'
import { drawStream, meaningOf, type StreamOptions } from '../live/streams.ts'

/** Letters of a stream with one key, and of one whose key changes. */
const [STEADY, CHANGING] = [300, 1000]

/** Letters between changes of key, on average. */
const BETWEEN = 250

const SEED = 15

/** Columns of `unrestOf`. */
export const unrestColumns = [
  ...['clean', '5 %', '10 %', '20 %'].map((noise) => `alarms, ${noise}`),
  'letters right, 20 %',
  'new key found with letter, p90: clean',
  '5 %',
]

/**
 * Wrong letters, and changes of key, in text of one language under Caesar: false alarms in 1,000 letters where a share of
 * the letters is replaced, and the letter with which a new key is found.
 */
export const unrestOf = (
  options: DecipherOptions,
  text: string,
  { count, counter }: { count: number; counter(done: number): void },
): string[] => {
  const run = (streamOptions: StreamOptions, streams: number) => {
    const random = createRandom(SEED)
    const drawn = Array.from({ length: streams }, () => drawStream(text, random, streamOptions))
    counter(streams)
    return runSessions(options, drawn, ({ cipher, key }) => meaningOf(cipher, key))
  }
  const steady = [0, 0.05, 0.1, 0.2].map((noise) => run({ letters: STEADY, noise }, count))
  const changing = [0, 0.05].map((noise) =>
    run({ letters: CHANGING, noise, changeRate: 1 / BETWEEN }, Math.ceil(count / 4)),
  )
  const noisy = steady[steady.length - 1]
  return [
    ...steady.map(({ falseAlarms, letters }) => ((1000 * falseAlarms) / letters).toFixed(2)),
    percent(1 - noisy.finalsWrong / noisy.finals),
    ...changing.map(({ relock }) =>
      String(
        quantile(
          relock.map((letters) => letters + 1),
          0.9,
        ),
      ),
    ),
  ]
}

/** Streams of a row. */
export const streamsOf = (count: number): number => 4 * count + 2 * Math.ceil(count / 4)
