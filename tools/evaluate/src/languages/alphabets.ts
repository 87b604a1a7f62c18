import { parseArgs } from 'node:util'
import { createRandom } from '@runnel/core'
import { alphabets } from '@runnel/core/alphabets'
import { novelTest } from '@runnel/corpus'
import { createDecipherer } from '@runnel/decipher'
import { cipherNamed } from '@runnel/decipher/ciphers'
import { amongLanguages } from '@runnel/decipher/languages'
import { languages } from '@runnel/models/languages'
import { type Advance, countUp } from '../advance.ts'
import { number, percent } from '../figures.ts'
import { drawStream } from '../live/streams.ts'
import type { Report } from '../report.ts'
import { choiceOf, choicesOf } from './choices.ts'
import { addedUp, type Figures, follow, LETTERS, noFigures, shareOf } from './follow.ts'

const SEED = 27

const UNKNOWN = 'Caesar, language and alphabet unknown'
const searches = { Caesar: 'caesar', auto: 'auto', [UNKNOWN]: 'caesar' } as const
const drawn = {
  Caesar: ['caesar'],
  auto: ['plain', 'caesar', 'atbash', 'affine'],
  [UNKNOWN]: ['caesar'],
} as const

/** Alphabets of languages that ship, beside the Latin one. */
const codes = ['es', 'sv', 'no', 'ru', 'uk', 'el']

/**
 * Keys over alphabets of a language's own, the language and the alphabet known or not.
 *
 * `--count N` streams a row, `--texts FOLDER` with novels.
 */
export const alphabetsFound = async (advance: Advance, words: readonly string[]): Promise<Report> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '500' },
      texts: { type: 'string', default: '' },
      only: { type: 'string', default: codes.join() },
    },
  })
  const count = Number(values.count)
  const names = Object.keys(searches) as (keyof typeof searches)[]
  const chosen = codes.filter((code) => values.only.split(',').includes(code))
  const counter = countUp(advance, names.length * chosen.length * count, 'streams')
  const rows: string[][] = []
  const among = createDecipherer({
    cipher: amongLanguages(await choicesOf(Object.keys(languages)), 'caesar'),
  })
  for (const name of names) {
    for (const code of chosen) {
      const { letters } = alphabets[code]
      const choice = { ...(await choiceOf(code, letters)), letters }
      const keys = cipherNamed(searches[name], undefined, letters) as Parameters<typeof amongLanguages>[1]
      const isKnown = name !== UNKNOWN
      const decipherer = isKnown ? createDecipherer({ cipher: amongLanguages([choice], keys) }) : among
      const own = isKnown ? choice : { code, letters, untold: { letters: languages[code].letters } }
      const text = novelTest(code, values.texts, letters)
      const random = createRandom(SEED)
      let figures = noFigures()
      for (let i = 0; i < count; i++) {
        const options = { letters: LETTERS, ciphers: drawn[name], alphabet: letters }
        figures = addedUp(figures, follow(decipherer, drawStream(text, random, options), own))
        counter(1)
      }
      rows.push([name, alphabets[code].name, ...figuresOf(figures)])
    }
  }
  return {
    title: 'Alphabets of their own',
    about: `${number(count)} streams of ${LETTERS} letters a row, of novels by authors that nothing was learned from, their own letters kept and other diacritics left out; share of streams whose best key is right after so many letters, and false changes of key. Seed ${SEED}.`,
    columns: [
      'keys',
      'alphabet',
      ...[4, 6, 10, 20].map((letters) => `key at ${letters}`),
      'false alarms in 1,000 letters',
    ],
    rows,
    page: 'docs/languages.md',
  }
}

const figuresOf = (figures: Figures): string[] => [
  ...[4, 6, 10, 20].map((letters) => percent(shareOf(figures.keys[letters], figures), 1)),
  ((1000 * figures.alarms) / (figures.streams * LETTERS)).toFixed(2),
]
