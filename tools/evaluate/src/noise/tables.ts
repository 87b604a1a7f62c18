import { number, percent } from '../figures.ts'
import { quantile } from '../live/measures.ts'
import type { Report } from '../report.ts'
import { type Alarms, CHANGING, type Changes, STEADY } from './measure.ts'

/** Text that the streams are of, with their number and seed. */
export interface Setting {
  text: string
  count: number
  seed: number
}

const asked: Readonly<Record<number, string>> = { 0.05: '0.2', 0.1: '1', 0.2: '2' }

/** False alarms and letters right, with one key. */
export const alarmTable = ({ text, count, seed }: Setting, rows: readonly Alarms[]): Report => ({
  title: 'Noise',
  about:
    `${number(count)} streams of ${STEADY} letters for each row (${text}; seed ${seed}) under one key: Caesar, or for ` +
    '`auto` plain text, Caesar, Atbash, affine and ROT47 alike often. A share of the letters is replaced by random ones ' +
    'before it is enciphered; a letter is right if it is the replaced one. A false alarm is a change of the best key, ' +
    'after the 20th letter, to a wrong one.',
  columns: ['searched', 'letters replaced', 'false alarms in 1,000 letters', 'asked', 'letters right'],
  rows: rows.map(({ cipher, noise, alarms, right }) => [
    cipher,
    percent(noise, 0),
    alarms.toFixed(2),
    asked[noise] === undefined ? '' : `at most ${asked[noise]}`,
    percent(right),
  ]),
})

/** Letters until a new key is found. */
export const changeTable = ({ text, count, seed }: Setting, rows: readonly Changes[]): Report => ({
  title: 'Changes of key, under noise',
  about:
    `${number(count)} Caesar streams of ${number(CHANGING)} letters for each row (${text}; seed ${seed}), the key ` +
    'changing every 250 letters on average. Found with the nth letter under the new key: the first after ' +
    'which it is the best one, or the next change comes.',
  columns: [
    'searched',
    'changes',
    'letters replaced',
    'number',
    'found with letter, median',
    'p90',
    'worst',
    'asked, p90',
    'letters right',
  ],
  rows: rows.map(({ cipher, changeAt, noise, found, right }) => [
    cipher,
    changeAt === 'word' ? 'at words' : 'at any letter',
    percent(noise, 0),
    number(found.length),
    ...[0.5, 0.9, 1].map((share) => (found.length === 0 ? '' : String(quantile(found, share)))),
    noise === 0 ? 'within 9' : 'within 12',
    percent(right),
  ]),
})
