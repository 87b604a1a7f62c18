import { createRandom } from '@runnel/core'
import type { Counts } from '@runnel/decipher'
import { countSteps } from '@runnel/decipher/testing'
import type { RnnModel } from '@runnel/rnn-model'
import { number, percent } from '../figures.ts'
import type { Report } from '../report.ts'
import { type Contender, runnel } from './contender.ts'
import {
  calibrationError,
  confidences,
  findKeys,
  quantile,
  type Run,
  runSessions,
  wholeMessages,
} from './measures.ts'
import { drawStream, type Layout, meaningOf, type Stream, type StreamOptions } from './streams.ts'

/** The model that is evaluated, and the text it is evaluated on. */
export interface Subject {
  model: RnnModel
  /** Those beside it. */
  counts?: Counts | undefined
  text: string
  /** Number of streams, or messages, for each row. */
  count: number
  seed: number
  /** Other ways of finding the key. */
  others: readonly Contender[]
}

export const draw = ({ text, count, seed }: Subject, options: StreamOptions): Stream[] => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => drawStream(text, random, options))
}

const layouts: readonly Layout[] = ['as written', 'no spaces', 'capitals', 'digits inside', 'groups of five']
const places = [1, 2, 3, 4, 5, 8, 10, 20]
const letters = 100

/** One curve of a plot: share of streams whose key is right after 1, 2, … letters. */
export interface Curve {
  name: string
  right: number[]
}

/** Caesar: how soon the best key is right, for each contender and layout. */
export const keyTable = (subject: Subject): { report: Report; curves: Curve[] } => {
  const { counts } = subject
  const named = counts ? ` and ${counts.name}` : ''
  const rows: string[][] = []
  const curves: Curve[] = []
  const row = (
    contender: Contender,
    layout: Layout,
    streams: readonly Stream[],
    steps?: () => number,
  ): void => {
    const { right, settled } = findKeys(contender, streams, letters)
    const units = streams.reduce((sum, { plaintext }) => sum + plaintext.length, 0)
    rows.push([
      contender.name,
      layout,
      ...places.map((n) => percent(right[n - 1])),
      ...[0.5, 0.9, 0.99].map((share) => String(quantile(settled, share))),
      steps ? (steps() / units).toFixed(2) : '',
    ])
    curves.push({ name: `${contender.name}, ${layout}`, right })
  }
  for (const layout of layouts) {
    const streams = draw(subject, { letters, layout })
    const { model, steps } = countSteps(subject.model)
    row(
      runnel(`filter with ${model.config.name}${named}`, { model, counts, cipher: 'caesar' }),
      layout,
      streams,
      steps,
    )
    if (layout === 'as written' || layout === 'no spaces') {
      for (const other of subject.others) row(other, layout, streams)
    }
  }
  return {
    curves,
    report: {
      title: 'Caesar of unknown key, live',
      about:
        `Share of ${number(subject.count)} streams for each row (seed ${subject.seed}; ${letters} letters, starting at a ` +
        'word, random shift from 1 to 25) whose best key is right after so many letters; the letter from which it stays ' +
        'right; net steps a character over those letters.',
      columns: [
        'by',
        'text',
        ...places.map(String),
        'stays right from, median',
        'p90',
        'p99',
        'net steps a character',
      ],
      rows,
    },
  }
}

/** Whole messages: every letter right after `flush`, with text final as soon as it may be and not before the end. */
export const messageTable = (subject: Subject): Report => {
  const lengths = [4, 6, 8, 10, 20]
  const row = (layout: Layout, commit: { probability: number }): string[] => {
    const options = { model: subject.model, counts: subject.counts, cipher: 'caesar' as const, commit }
    return lengths.map((n) => percent(wholeMessages(options, draw(subject, { letters: n, layout }))))
  }
  return {
    title: 'Short messages',
    about:
      `Share of ${number(subject.count)} Caesar messages of so many letters (seed ${subject.seed}) that are right in ` +
      'every letter after `flush`. With a commit of 1 nothing is final before.',
    columns: ['text', 'commit', ...lengths.map((n) => `${n} letters`)],
    rows: [0.999, 1].flatMap((probability) =>
      layouts.map((layout) => [layout, String(probability), ...row(layout, { probability })]),
    ),
  }
}

/** Units that wait after each letter from the 21st on. */
const lateWaiting = ({ waiting }: Run): number[] => waiting.flatMap((stream) => stream.slice(20))

const shareWaiting = (late: readonly number[]): string =>
  percent(late.filter((held) => held > 0).length / late.length)

const meaning = ({ cipher, key }: { cipher: string; key: object }): string => meaningOf(cipher, key)

/** Finals, waiting letters, changes of key, all ciphers at once, calibration: what was asked, and what came. */
export const figureTable = (subject: Subject, advance: (done: number) => void): Report => {
  const { model, counts } = subject
  const options = { model, counts, cipher: 'caesar' as const }
  const oneKey = draw(subject, { letters: 250 })
  const one = runSessions(options, oneKey, meaning)
  const early = one.waiting.flatMap((stream) => stream.slice(0, 20))
  const late = lateWaiting(one)
  const unchanging = runSessions({ ...options, keyChange: { rate: 0 } }, oneKey, meaning)
  advance(0.2)
  const changing = runSessions(options, draw(subject, { letters: 1000, changeRate: 1 / 250 }), meaning)
  advance(0.5)
  const fewer = { ...subject, count: Math.ceil(subject.count / 4) }
  const atWords = runSessions(
    options,
    draw(fewer, { letters: 1000, changeRate: 1 / 50, changeAt: 'word' }),
    meaning,
  )
  const rare = draw(fewer, { letters: 4000, changeRate: 1 / 1000 })
  const adaptive = runSessions({ ...options, watch: 'adaptive' }, rare, meaning)
  advance(0.7)
  const ciphers = ['plain', 'caesar', 'atbash', 'affine', 'rot47']
  const auto = findKeys(runnel('auto', { model, counts }), draw(subject, { letters: 20, ciphers }), 20)
  const counted = countSteps(model)
  const beginnings = draw(subject, { letters: 64, ciphers })
  runSessions({ model: counted.model, counts }, beginnings, meaning)
  const units = beginnings.reduce((sum, { plaintext }) => sum + plaintext.length, 0)
  advance(0.9)
  const confident = confidences(options, draw(subject, { letters }))
  const first = confident.filter(({ place }) => place <= 10)
  const rows: [string, string, string][] = [
    ['finals wrong, one key, commit 0.999', 'at most 1 in 10,000', rate(one.finalsWrong, one.finals)],
    [
      'letters waiting over the first 20, median',
      'at most 4',
      `${quantile(early, 0.5)} (p90 ${quantile(early, 0.9)})`,
    ],
    [
      'letters waiting from the 21st on, median; share of letters after which any wait',
      'none',
      `${quantile(late, 0.5)}; ${shareWaiting(late)}`,
    ],
    [
      'the same where no change of key is expected (`keyChange.rate` 0); finals wrong',
      'none',
      `${shareWaiting(lateWaiting(unchanging))}; ${rate(unchanging.finalsWrong, unchanging.finals)}`,
    ],
    [
      'false alarms in 1,000 letters, one key',
      'at most 0.2',
      ((1000 * one.falseAlarms) / one.letters).toFixed(3),
    ],
    [
      'key changed every 250 letters: letters wrong before the new key is found, median, p90',
      'at most 3, 5',
      `${quantile(changing.relock, 0.5)}, ${quantile(changing.relock, 0.9)} (${number(changing.relock.length)} changes)`,
    ],
    ['the same: finals wrong', 'at most 1 in 500', rate(changing.finalsWrong, changing.finals)],
    [
      'key changed with one word in 50: finals wrong for each change',
      'few',
      `${(atWords.finalsWrong / atWords.relock.length).toFixed(2)} (${number(atWords.relock.length)} changes)`,
    ],
    ['`auto`: cipher and key right after 12 letters', 'at least 98 %', percent(auto.right[11])],
    ['`auto`: after 20 letters', 'at least 99.8 %', percent(auto.right[19])],
    [
      '`auto`: net steps a character over the first 64 letters',
      'at most 2',
      (counted.steps() / units).toFixed(2),
    ],
    [
      'calibration error of a letter just read: first 100 letters; first 10',
      'at most 0.01',
      `${calibrationError(confident).toFixed(4)}; ${calibrationError(first).toFixed(4)}`,
    ],
    [
      '`adaptive`, key changed every 1,000 letters: found within, median, p90',
      'at most 60 letters',
      `${quantile(adaptive.relock, 0.5)}, ${quantile(adaptive.relock, 0.9)} (${number(adaptive.relock.length)} changes)`,
    ],
    ['the same: finals wrong', 'at most 1 in 2,000', rate(adaptive.finalsWrong, adaptive.finals)],
  ]
  return {
    title: 'Finals, changes of key, all ciphers at once',
    about: `${number(subject.count)} streams for each row, a quarter of that for \`adaptive\` and for keys that change with words (seed ${subject.seed}); \`auto\` draws plain text, Caesar, Atbash, affine and ROT47 alike often.`,
    columns: ['what', 'asked', 'measured'],
    rows,
  }
}

const rate = (part: number, whole: number): string =>
  part === 0 ? `0 in ${number(whole)}` : `1 in ${number(whole / part)} (${number(part)} of ${number(whole)})`
