import { percent } from '../figures.ts'
import { calibrationError } from '../live/measures.ts'
import type { Report } from '../report.ts'
import { lettersIn } from './column-frequencies.ts'
import type { Measured } from './measure.ts'
import type { Solver } from './solver.ts'
import type { Row, Stream } from './streams.ts'

const PAGE = 'docs/periodic.md'

/** A row, its streams, and what was measured on them. */
export interface Measurement {
  readonly row: Row
  readonly streams: readonly Stream[]
  readonly figures: Measured
}

/** Streams of a row that a slow way is tried on at the most. */
const MOST_CLIMBS = 10

/** A row in words: cipher, layout, period. */
export const nameOf = ({ cipher, layout, period, unnamed, words, wrong }: Row): string[] => [
  unnamed
    ? `${cipher}, not named`
    : words
      ? `${cipher}, words likelier: ${words}`
      : wrong
        ? `${cipher}, ${percent(wrong, 0)} wrong`
        : cipher,
  layout,
  String(period),
]

/** A share of streams, and where the true one lies in 19 cases of 20 (Wilson's interval), in percent. */
export const shareOf = (count: number, all: number): string => {
  const z = 1.96
  const share = count / all
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all)
  const half = (z / (1 + (z * z) / all)) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))
  const [low, high] = [middle - half, middle + half].map((bound) => Math.round(100 * bound))
  return `${percent(share, count === all || count === 0 ? 0 : 1)} (${Math.max(0, low)}–${Math.min(100, high)})`
}

/** Tables of what was right, which cipher was told, and what was final, of some rows. */
export const tablesOf = (
  measured: readonly Measurement[],
  lengths: readonly number[],
  about: string,
): Report[] => [
  rightTable(measured, lengths, about),
  ...namedTable(measured, lengths, about),
  finalTable(measured, lengths, about),
]

const rightTable = (measured: readonly Measurement[], lengths: readonly number[], about: string): Report => ({
  page: PAGE,
  title: 'Text that is right',
  about:
    `Share of streams whose whole text so far is right after so many letters, in percent, with its 95 % interval: ${about}. Of ` +
    'ciphertext autokey without the letters under the primer, each of which comes once.',
  columns: ['cipher', 'text', 'period', 'streams', ...lengths.map(String)],
  rows: measured.map(({ row, streams, figures }) => [
    ...nameOf(row),
    String(streams.length),
    ...figures.right.map((right) => shareOf(right, streams.length)),
  ]),
})

/** The table of rows whose cipher is not named, if there are any. */
const namedTable = (
  measured: readonly Measurement[],
  lengths: readonly number[],
  about: string,
): Report[] => {
  const unnamed = measured.filter(({ row }) => row.unnamed)
  if (unnamed.length === 0) return []
  return [
    {
      page: PAGE,
      title: 'The cipher that is told',
      about:
        'Share of streams for which the right one of Vigenère, Beaufort, Porta and Gronsfeld is told after so many letters, ' +
        `the name \`periodic\` given for all: ${about}.`,
      columns: ['cipher', 'text', 'period', 'streams', ...lengths.map(String)],
      rows: unnamed.map(({ row, streams, figures }) => [
        ...nameOf(row),
        String(streams.length),
        ...figures.named.map((named) => shareOf(named, streams.length)),
      ]),
    },
  ]
}

const finalTable = (measured: readonly Measurement[], lengths: readonly number[], about: string): Report => ({
  page: PAGE,
  title: 'Text that is final',
  about:
    'Letters that are final after 20, 50 and 100 letters; letters that came out wrong of all that were final by 100; ' +
    'calibration error of the confidence in letters that were not, and in all letters, from 30 letters on (in brackets: ' +
    `letters that were not final, whose error is no more than chance where they are few): ${about}.`,
  columns: [
    'cipher',
    'text',
    'period',
    '20',
    '50',
    '100',
    'wrong',
    'of finals',
    'error, not final',
    'error, all',
  ],
  rows: [
    ...measured.map(({ row, figures }) => finalRow(nameOf(row), [figures], lengths)),
    ...(measured.length > 1
      ? [
          finalRow(
            ['all rows', '', ''],
            measured.map(({ figures }) => figures),
            lengths,
          ),
        ]
      : []),
  ],
})

const finalRow = (
  name: readonly string[],
  figures: readonly Measured[],
  lengths: readonly number[],
): string[] => {
  const sum = (of: (one: Measured) => number): number => figures.reduce((total, one) => total + of(one), 0)
  const judged = figures.flatMap((one) => one.judged)
  const [settled, wrong] = [sum((one) => one.settled), sum((one) => one.settledWrong)]
  const all = [
    ...judged,
    ...Array.from({ length: settled }, (_, i) => ({ confidence: 1, isRight: i >= wrong })),
  ]
  return [
    ...name,
    ...[20, 50, 100].map((letters) => {
      const at = lengths.indexOf(letters)
      return percent(sum((one) => one.final[at]) / sum((one) => one.letters[at]), 0)
    }),
    String(sum((one) => one.wrong)),
    String(sum((one) => one.finals)),
    judged.length === 0 ? '' : `${calibrationError(judged).toFixed(3)} (${judged.length})`,
    all.length === 0 ? '' : calibrationError(all).toFixed(4),
  ]
}

/** The same streams read by others, each prefix given whole; the slow ones on the first streams alone. */
export const comparedTable = (
  measured: readonly Measurement[],
  { solvers, lengths, about }: { solvers: readonly Solver[]; lengths: readonly number[]; about: string },
): Report => ({
  page: PAGE,
  title: 'Beside usual ways',
  about:
    `The same streams, each prefix given whole: ${about}. Coordinate ascent on the first ${MOST_CLIMBS} of them. Both ` +
    'learned their frequencies from Moby-Dick.',
  columns: ['by', 'text', 'period', 'streams', ...lengths.map(String)],
  rows: measured.flatMap(({ row, streams, figures }) => [
    [
      'Runnel',
      ...nameOf(row).slice(1),
      String(streams.length),
      ...figures.right.map((right) => shareOf(right, streams.length)),
    ],
    ...solvers.map(({ name, solve }, i) => {
      const tried = streams.slice(0, i === 0 ? streams.length : MOST_CLIMBS)
      const shares = lengths.map((letters) => {
        const right = tried.filter(({ plaintext, ciphertext }) => {
          const read = solve(lettersIn(ciphertext).slice(0, letters))
          return read.join() === lettersIn(plaintext).slice(0, letters).join()
        })
        return shareOf(right.length, tried.length)
      })
      return [name, ...nameOf(row).slice(1), String(tried.length), ...shares]
    }),
  ]),
})
