import { parseArgs } from 'node:util'
import { createRandom } from '@runnel/core'
import { alphabets } from '@runnel/core/alphabets'
import { novelCorpus, novelTest } from '@runnel/corpus'
import { createDecipherer, type Decipherer } from '@runnel/decipher'
import { cipherNamed } from '@runnel/decipher/ciphers'
import { inLanguages } from '@runnel/decipher/languages'
import { languages } from '@runnel/models/languages'
import { type Advance, countUp } from '../advance.ts'
import { number, percent } from '../figures.ts'
import { drawStream, isLetter } from '../live/streams.ts'
import { measure } from '../periodic/measure.ts'
import { drawStreams } from '../periodic/streams.ts'
import type { Report } from '../report.ts'
import { added, calibrationOf, follow, type Standing } from '../substitution/follow.ts'
import { choiceOf } from './choices.ts'
import { openSubstitution } from './open-substitution.ts'

const PAGE = 'docs/languages.md'
const SEED = 25

/** Languages in which keys that cannot be listed are sought. */
const codes = Object.keys(languages).filter((code) => code !== 'en' && languages[code].substitution)

/** Those in Latin letters. */
const latin = codes.filter((code) => languages[code].letters === undefined)

/** Letters of a language's own that ciphers move: of Russian those without ё, as it is written most. */
const ownLetters = (code: string): string | undefined =>
  code === 'ru' ? alphabets['ru-32'].letters : (languages[code].own?.letters ?? languages[code].letters)

const PERIOD = 5
const LENGTHS = [20, 25, 30, 40, 60]
const PLACES = [30, 50, 75, 100, 150]
const SCRIPT_PLACES = [50, 75, 100, 200]
const layouts = ['as written', 'no spaces'] as const

/**
 * Keys that cannot be listed, the language known: Vigenère without spaces, and substitution.
 *
 * `--count N` streams a row, `--texts FOLDER` with novels, `--on validation` for text that constants may be chosen on,
 * `--only vigenere`, `substitution` or `scripts`, `--in CODES`: `scripts` is the substitution in letters of a language's own.
 */
export const languageKeys = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '500' },
      texts: { type: 'string', default: '' },
      on: { type: 'string', default: 'test' },
      only: { type: 'string', default: '' },
      in: { type: 'string', default: codes.join() },
    },
  })
  const count = Number(values.count)
  const chosen = values.in.split(',')
  const textOf = (code: string, letters?: string): string => {
    const { texts, on } = values
    const text = on === 'test' ? novelTest(code, texts, letters) : novelCorpus(code, texts, letters).validate
    return letters === undefined || letters.includes('ё')
      ? text
      : text.replaceAll('ё', 'е').replaceAll('Ё', 'Е')
  }
  const about = `${number(count)} streams a row, of novels by authors that nothing was learned from, diacritics left out, the language named; seed ${SEED}`
  const setting = { codes: chosen.filter((code) => latin.includes(code)), count, textOf, about }
  const own = { ...setting, codes: chosen.filter((code) => ownLetters(code) !== undefined) }
  const isAsked = (name: string): boolean => values.only === '' || values.only === name
  const reports: Report[] = []
  if (isAsked('vigenere')) reports.push(await vigenereTable(setting, advance))
  if (isAsked('substitution')) {
    const table = { title: 'Substitution', places: PLACES, lettersOf: () => undefined }
    reports.push(await substitutionTable(setting, table, advance))
  }
  if (isAsked('scripts')) {
    const title = 'Substitution in letters of a language’s own'
    const table = { title, places: SCRIPT_PLACES, lettersOf: ownLetters }
    reports.push(await substitutionTable(own, table, advance))
  }
  return reports
}

/** Languages, streams of each, their text, and words about them. */
interface Setting {
  readonly codes: readonly string[]
  readonly count: number
  readonly about: string
  textOf(code: string, letters?: string): string
}

const vigenereTable = async ({ codes, count, textOf, about }: Setting, advance: Advance): Promise<Report> => {
  const letters = Math.max(...LENGTHS)
  const counter = countUp(advance, codes.length * count * letters, 'letters')
  const rows: string[][] = []
  for (const code of codes) {
    const means = inLanguages([await choiceOf(code)], cipherNamed('vigenere', undefined))
    const row = { cipher: 'vigenere', layout: 'no spaces', period: PERIOD } as const
    const streams = drawStreams(textOf(code), row, { count, seed: SEED, letters })
    const options = { from: 0, cipher: 'vigenere', isCounted: isLetter, count: counter }
    const { right } = measure(createDecipherer(means), streams, LENGTHS, options)
    rows.push([languages[code].name, ...right.map((times) => percent(times / count, 1))])
  }
  return {
    page: PAGE,
    title: 'Vigenère without spaces, period 5',
    about: `${about}; period unknown. Share of streams whose whole text so far is right after so many letters.`,
    columns: ['language', ...LENGTHS.map(String)],
    rows,
  }
}

const substitutionTable = async (
  { codes, count, textOf, about }: Setting,
  {
    title,
    places,
    lettersOf,
  }: {
    readonly title: string
    readonly places: readonly number[]
    lettersOf(code: string): string | undefined
  },
  advance: Advance,
): Promise<Report> => {
  const counter = countUp(advance, codes.length * layouts.length * count, 'streams')
  const rows: string[][] = []
  for (const code of codes) {
    const alphabet = lettersOf(code)
    const { counts } = await choiceOf(code, alphabet)
    const search = await openSubstitution(code, { alphabet })
    const decipherer: Decipherer = createDecipherer(inLanguages([{ code, counts }], search))
    const text = textOf(code, alphabet)
    for (const layout of layouts) {
      const random = createRandom(SEED)
      const standings: Standing[][] = places.map(() => [])
      for (let i = 0; i < count; i++) {
        const letters = Math.max(...places)
        const stream = drawStream(text, random, { letters, layout, alphabet, ciphers: ['substitution'] })
        follow(decipherer, stream, places, alphabet).forEach((standing, at) => {
          standings[at].push(standing)
        })
        counter(1)
      }
      const at100 = added(standings[places.indexOf(100)])
      rows.push([
        alphabet === undefined ? languages[code].name : `${languages[code].name}, ${alphabet.length} letters`,
        layout,
        ...standings.map((all) =>
          percent(all.reduce((sum, one) => sum + one.wrong / one.letters, 0) / count),
        ),
        calibrationOf(at100).toFixed(4),
      ])
    }
  }
  return {
    page: PAGE,
    title,
    about: `${about}. Share of the letters of the whole text so far that are read wrong, after so many letters; calibration error of all letters at 100.`,
    columns: ['language', 'layout', ...places.map(String), 'calibration error'],
    rows,
  }
}
