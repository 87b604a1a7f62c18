import { parseArgs } from 'node:util'
import { createRandom } from '@runnel/core'
import { novelCorpus, novelTest } from '@runnel/corpus'
import { createDecipherer, type Decipherer, type DecipherOptions } from '@runnel/decipher'
import { amongLanguages } from '@runnel/decipher/languages'
import { languages } from '@runnel/models/languages'
import { type Advance, countUp } from '../advance.ts'
import { number, percent } from '../figures.ts'
import { drawStream } from '../live/streams.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { calibrationTable } from './calibration.ts'
import { choiceOf } from './choices.ts'
import { addedUp, follow, noFigures, shareOf } from './follow.ts'
import { streamsOf, unrestColumns, unrestOf } from './unrest.ts'

const PAGE = 'docs/languages.md'
const SEED = 4

/**
 * Languages by counts, once a key is found: calibration of the language, noise and changes of key, and English among the
 * others beside its net.
 *
 * `--count N` streams a row, a fifth of them for noise, `--texts FOLDER` with novels, `--on validation`,
 * `--only calibration` or `unrest`.
 */
export const languagesSteady = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '500' },
      texts: { type: 'string', default: '' },
      on: { type: 'string', default: 'test' },
      only: { type: 'string', default: '' },
    },
  })
  const count = Number(values.count)
  const noisy = Math.ceil(count / 5)
  const textOf = (code: string): string =>
    values.on === 'test' ? novelTest(code, values.texts) : novelCorpus(code, values.texts).validate
  const codes = Object.keys(languages).filter((code) => languages[code].letters === undefined)
  const choices = await Promise.all(codes.map((code) => choiceOf(code)))
  const english = { model: await openModel('english'), counts: await openCounts(), cipher: 'caesar' } as const
  const total = codes.length * count + (codes.length + 1) * streamsOf(noisy) + 3 * count
  const counter = countUp(advance, total, 'streams')
  const calibrated = values.only === 'unrest' ? [] : [calibrationTable(choices, { count, textOf, counter })]
  if (values.only === 'calibration') return calibrated
  const unrest = [
    ['English, by the net', ...unrestOf(english, textOf('en'), { count: noisy, counter })],
    ...choices.map((choice) => {
      const options: DecipherOptions = { cipher: amongLanguages([choice], 'caesar') }
      return [
        languages[choice.code].name,
        ...unrestOf(options, textOf(choice.code), { count: noisy, counter }),
      ]
    }),
  ]
  const noise: Report = {
    page: PAGE,
    title: 'Noise, and changes of key',
    about: `${number(noisy)} Caesar streams of 300 letters in each cell, and a quarter as many of 1,000 letters whose key changes every 250, the language known; a share of the letters is replaced. False alarms in 1,000 letters.`,
    columns: ['language', ...unrestColumns],
    rows: unrest,
  }
  if (values.only === 'unrest') return [noise]
  const readers: [string, Decipherer][] = [
    ['the net and its counts', createDecipherer(english)],
    ['counts of English alone', createDecipherer({ cipher: amongLanguages([choices[0]], 'caesar') })],
    [`counts of ${codes.length} languages`, createDecipherer({ cipher: amongLanguages(choices, 'caesar') })],
  ]
  const beside = readers.map(([name, decipherer]) => {
    const random = createRandom(SEED)
    const text = textOf('en')
    let figures = noFigures()
    for (let i = 0; i < count; i++) {
      figures = addedUp(
        figures,
        follow(decipherer, drawStream(text, random, { letters: 40 }), { code: 'en' }),
      )
      counter(1)
    }
    return [name, ...[4, 6, 10, 20].map((letters) => percent(shareOf(figures.keys[letters], figures), 1))]
  })
  return [
    ...calibrated,
    noise,
    {
      page: PAGE,
      title: 'English, beside its net',
      about: `${number(count)} Caesar streams of English novels; seed ${SEED}. Share whose best key is right after so many letters.`,
      columns: ['read by', ...[4, 6, 10, 20].map((letters) => `key at ${letters}`)],
      rows: beside,
    },
  ]
}
