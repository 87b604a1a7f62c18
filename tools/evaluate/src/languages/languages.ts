import { parseArgs } from 'node:util'
import { createRandom } from '@runnel/core'
import { novelTest } from '@runnel/corpus'
import { createDecipherer, type Decipherer } from '@runnel/decipher'
import { amongLanguages, type LanguageChoice } from '@runnel/decipher/languages'
import { languageNets, languages } from '@runnel/models/languages'
import { loadModel } from '@runnel/rnn-model'
import { type Advance, countUp } from '../advance.ts'
import { number, percent } from '../figures.ts'
import { drawStream } from '../live/streams.ts'
import type { Report } from '../report.ts'
import { choicesOf } from './choices.ts'
import { addedUp, follow, LETTERS, noFigures, shareOf } from './follow.ts'

const PAGE = 'docs/languages.md'
const SEED = 21
/** Keys that are weighed, and the ciphers that streams are drawn from. */
const searches = {
  Caesar: { cipher: 'caesar', drawn: ['caesar'] },
  auto: { cipher: 'auto', drawn: ['plain', 'caesar', 'atbash', 'affine', 'rot47'] },
} as const

/** Languages in Latin letters: another script is never a hypothesis. */
const codes = Object.keys(languages).filter((code) => languages[code].letters === undefined)

/** A table: keys that are weighed, and means to read any of the languages. */
interface Plan {
  /** Name of the keys. */
  readonly name: string
  readonly drawn: readonly string[]
  /** Words for the means. */
  readonly by: string
  readonly tellsLanguage: boolean
  readonly create: (code: string) => Decipherer
}

/**
 * Languages by counts of their own: how soon the key is found and the language named, known and unknown.
 *
 * `--count N` streams a row, `--texts FOLDER` with novels.
 */
export const languagesFound = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const all = await choicesOf(codes)
  const choicesIn = (some: readonly string[]) => all.filter(({ code }) => some.includes(code))
  const plans = Object.entries(searches).flatMap(([name, { cipher, drawn }]): Plan[] => [
    {
      ...{ name, drawn, by: 'the language known', tellsLanguage: false },
      create: (code) => deciphererOf(choicesIn([code]), cipher),
    },
    {
      ...{ name, drawn, by: `the language unknown among ${codes.length}`, tellsLanguage: true },
      create: always(deciphererOf(all, cipher)),
    },
  ])
  return tabled(plans, advance, words)
}

/**
 * The same by one net that reads all of them.
 *
 * `--count N` streams a row, `--texts FOLDER` with novels.
 */
export const languagesByNet = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const model = await loadModel(await languageNets.european())
  const plans = Object.entries(searches).map(
    ([name, { cipher, drawn }]): Plan => ({
      ...{ name, drawn, by: 'the language unknown, by `european`', tellsLanguage: false },
      create: always(createDecipherer({ model, cipher })),
    }),
  )
  return tabled(plans, advance, words)
}

const tabled = (plans: readonly Plan[], advance: Advance, words: readonly string[]): Report[] => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '500' },
      texts: { type: 'string', default: '' },
    },
  })
  const count = Number(values.count)
  const counter = countUp(advance, plans.length * codes.length * count, 'streams')
  return plans.map(({ name, drawn, by, tellsLanguage, create }) => {
    const each = codes.map((code) => {
      const text = novelTest(code, values.texts)
      const random = createRandom(SEED)
      const decipherer = create(code)
      let figures = noFigures()
      for (let i = 0; i < count; i++) {
        const stream = drawStream(text, random, { letters: LETTERS, ciphers: drawn })
        figures = addedUp(figures, follow(decipherer, stream, { code }))
        counter(1)
      }
      return { language: languages[code].name, figures }
    })
    const sum = each.reduce((all, row) => addedUp(all, row.figures), noFigures())
    return {
      title: `${name}, ${by}`,
      about: `${number(count)} streams of ${LETTERS} letters a row, of novels by authors that nothing was learned from, diacritics left out; share of streams whose best key is right after so many letters, false changes of key${tellsLanguage ? ', and the language that is told right and wrong' : ''}. Seed ${SEED}.`,
      columns: [
        'language',
        ...[4, 6, 10, 20].map((letters) => `key at ${letters}`),
        'false alarms in 1,000 letters',
        ...(tellsLanguage ? [10, 20, 40].map((letters) => `language at ${letters}`) : []),
        ...(tellsLanguage ? ['told wrong at 40'] : []),
      ],
      rows: [...each, { language: 'all', figures: sum }].map(({ language, figures }) => [
        language,
        ...[4, 6, 10, 20].map((letters) => percent(shareOf(figures.keys[letters], figures), 1)),
        ((1000 * figures.alarms) / (figures.streams * LETTERS)).toFixed(2),
        ...(tellsLanguage
          ? [10, 20, 40].map((letters) => percent(shareOf(figures.named[letters], figures), 1))
          : []),
        ...(tellsLanguage ? [percent(shareOf(figures.misnamed, figures), 1)] : []),
      ]),
      page: PAGE,
    }
  })
}

const deciphererOf = (choices: readonly LanguageChoice[], cipher: string): Decipherer =>
  createDecipherer({ cipher: amongLanguages(choices, cipher) })

const always =
  <Value>(value: Value) =>
  (): Value =>
    value
