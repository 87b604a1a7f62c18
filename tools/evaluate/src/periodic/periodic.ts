import { parseArgs } from 'node:util'
import { createRandom } from '@runnel/core'
import { createDecipherer, loadCounts } from '@runnel/decipher'
import { keyFinders, loadWords } from '@runnel/decipher/ciphers'
import { englishKeyWords } from '@runnel/models/english-key-words'
import { englishWords } from '@runnel/models/english-words'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { number, percent } from '../figures.ts'
import { calibrationError } from '../live/measures.ts'
import { isLetter } from '../live/streams.ts'
import { openCounts, openModel } from '../open-model.ts'
import { outsideFamilies } from '../open-world/families.ts'
import type { Report } from '../report.ts'
import { columnFrequencies, lettersIn } from './column-frequencies.ts'
import { coordinateAscent } from './coordinate-ascent.ts'
import { type Measured, measure } from './measure.ts'
import { readPrefixes } from './read-prefixes.ts'
import { countedIn, drawStreams, type Row, type Stream } from './streams.ts'

const PAGE = 'docs/periodic.md'
const SEED = 18
const LENGTHS = [10, 15, 20, 25, 30, 40, 50, 60, 75, 100]
const longest = Math.max(...LENGTHS)

const vigenere = (layout: Row['layout'], ...periods: number[]): Row[] =>
  periods.map((period) => ({ cipher: 'vigenere', layout, period }))

const rows: readonly Row[] = [
  ...vigenere('as written', 5, 8, 12, 20),
  ...vigenere('no spaces', 3, 5, 8, 12, 20),
  ...['beaufort', 'gronsfeld', 'porta', 'autokey', 'ciphertext-autokey'].map(
    (cipher): Row => ({ cipher, layout: 'no spaces', period: 8 }),
  ),
  ...['vigenere', 'beaufort', 'porta', 'gronsfeld'].map(
    (cipher): Row => ({ cipher, layout: 'no spaces', period: 8, unnamed: true }),
  ),
  ...(['in the list', 'others'] as const).flatMap((words) =>
    (['as written', 'no spaces'] as const).map(
      (layout): Row => ({ cipher: 'vigenere', layout, period: 8, words }),
    ),
  ),
  ...[1, 5, 8, 16].map((period): Row => ({ cipher: 'xor', layout: 'as written', period })),
]

/** Rows that usual ways are tried on, and streams of each that the slow one is tried on at the most. */
const compared = ({ cipher, layout, unnamed, words }: Row): boolean =>
  cipher === 'vigenere' && layout === 'no spaces' && !unnamed && !words
const MOST_CLIMBS = 10

/**
 * Keys that repeat, of unknown period: text that is right after so many letters, beside usual ways; how much of it is
 * final, and how often wrongly; and what is said of text that has no such key.
 *
 * `--count N` streams a row, `--text moby-dick` for text that constants may be chosen on, `--model FILE`, `--only TEXT`
 * for the rows whose cipher, layout and period have it, `--no-others` without usual ways and other ciphers.
 */
export const periodic = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '100' },
      text: { type: 'string', default: englishTexts[0] },
      model: { type: 'string' },
      only: { type: 'string', default: '' },
      'no-others': { type: 'boolean', default: false },
    },
  })
  const source = openEnglishText(values.text)
  const text = source.read()
  const means = { model: await openModel('english', values.model), counts: await openCounts() }
  const list = await loadWords(englishKeyWords)
  const spaceless = await loadCounts(englishWords)
  const [count, withOthers] = [Number(values.count), !values['no-others']]
  const chosen = rows.filter((row) => nameOf(row).join(' ').includes(values.only))
  const others = withOthers ? outsideFamilies(text).slice(1, 4) : []
  const counter = countUp(advance, (chosen.length + others.length) * count * longest, 'letters')
  const measured = chosen.map((row) => {
    const decipherer = createDecipherer({
      ...means,
      cipher: keyFinders[row.unnamed ? 'periodic' : row.cipher]({ words: row.words && list, spaceless }),
    })
    const streams = drawStreams(text, row, { count, seed: SEED, letters: longest, words: list.words })
    return {
      row,
      streams,
      figures: measure(decipherer, streams, LENGTHS, {
        from: unsaid(row),
        cipher: row.cipher,
        isCounted: countedIn(row),
        count: counter,
      }),
    }
  })
  const about = `${number(count)} streams a row (${source.title}; seed ${SEED}), random keys, period unknown, cipher named but where that is said; of XOR letters are bytes`
  const reports = [rightTable(measured, about), ...namedTable(measured, about), finalTable(measured, about)]
  if (withOthers) {
    const learned = openEnglishText('moby-dick').read()
    const solvers = [columnFrequencies(learned), coordinateAscent(learned)]
    reports.push(
      comparedTable(measured, { solvers, about }),
      otherTable(
        others.map(({ name, draw }) => {
          const decipherer = createDecipherer({ ...means, cipher: keyFinders.vigenere({ spaceless }) })
          const random = createRandom(SEED)
          const ends = Array.from({ length: count }, () => {
            const { ciphertext } = draw(random, { letters: longest, layout: 'no spaces' })
            counter(longest)
            return readPrefixes(decipherer, ciphertext, [], isLetter).done
          })
          return { name, ends }
        }),
      ),
    )
  }
  return reports
}

/** Letters that no text tells: those under the primer of a ciphertext autokey come once each. */
const unsaid = ({ cipher, period }: Row): number => (cipher === 'ciphertext-autokey' ? period : 0)

type Rows = readonly { row: Row; streams: readonly Stream[]; figures: Measured }[]

const nameOf = ({ cipher, layout, period, unnamed, words }: Row): string[] => [
  unnamed ? `${cipher}, not named` : words ? `${cipher}, words likelier: ${words}` : cipher,
  layout,
  String(period),
]

const rightTable = (measured: Rows, about: string): Report => ({
  page: PAGE,
  title: 'Text that is right',
  about:
    `Share of streams whose whole text so far is right after so many letters: ${about}. Of ciphertext autokey without the ` +
    'letters under the primer, each of which comes once.',
  columns: ['cipher', 'text', 'period', ...LENGTHS.map(String)],
  rows: measured.map(({ row, streams, figures }) => [
    ...nameOf(row),
    ...figures.right.map((right) => percent(right / streams.length, 0)),
  ]),
})

/** The table of rows whose cipher is not named, if there are any. */
const namedTable = (measured: Rows, about: string): Report[] => {
  const unnamed = measured.filter(({ row }) => row.unnamed)
  if (unnamed.length === 0) return []
  return [
    {
      page: PAGE,
      title: 'The cipher that is told',
      about:
        'Share of streams for which the right one of Vigenère, Beaufort, Porta and Gronsfeld is told after so many letters, ' +
        `the name \`periodic\` given for all: ${about}.`,
      columns: ['cipher', 'text', 'period', ...LENGTHS.map(String)],
      rows: unnamed.map(({ row, streams, figures }) => [
        ...nameOf(row),
        ...figures.named.map((named) => percent(named / streams.length, 0)),
      ]),
    },
  ]
}

const finalTable = (measured: Rows, about: string): Report => ({
  page: PAGE,
  title: 'Text that is final',
  about:
    `Letters that are final after 20, 50 and 100 letters; letters that came out wrong of all that were final by 100; ` +
    `calibration error of the confidence in letters that were not, from 30 letters on: ${about}.`,
  columns: ['cipher', 'text', 'period', '20', '50', '100', 'wrong, of 10,000', 'calibration error'],
  rows: measured.map(({ row, figures }) => [
    ...nameOf(row),
    ...[20, 50, 100].map((letters) => {
      const at = LENGTHS.indexOf(letters)
      return percent(figures.final[at] / figures.letters[at], 0)
    }),
    ((10_000 * figures.wrong) / Math.max(1, figures.finals)).toFixed(1),
    figures.judged.length === 0 ? '' : calibrationError(figures.judged).toFixed(3),
  ]),
})

const comparedTable = (
  measured: Rows,
  { solvers, about }: { solvers: ReturnType<typeof columnFrequencies>[]; about: string },
): Report => ({
  page: PAGE,
  title: 'Beside usual ways',
  about:
    `The same streams, each prefix given whole: ${about}. Coordinate ascent on the first ${MOST_CLIMBS} of them. Both ` +
    'learned their frequencies from Moby-Dick.',
  columns: ['by', 'text', 'period', ...LENGTHS.map(String)],
  rows: measured
    .filter(({ row }) => compared(row))
    .flatMap(({ row, streams }) =>
      solvers.map(({ name, solve }, i) => {
        const tried = streams.slice(0, i === 0 ? streams.length : MOST_CLIMBS)
        const shares = LENGTHS.map((letters) => {
          const right = tried.filter(({ plaintext, ciphertext }) => {
            const read = solve(lettersIn(ciphertext).slice(0, letters))
            return read.join() === lettersIn(plaintext).slice(0, letters).join()
          })
          return percent(right.length / tried.length, 0)
        })
        return [name, ...nameOf(row).slice(1), ...shares]
      }),
    ),
})

const otherTable = (
  ends: readonly { name: string; ends: readonly { cipher: string; probability: number }[] }[],
): Report => ({
  page: PAGE,
  title: 'Text without such a key',
  about:
    'Text of 100 letters without spaces that no Vigenère key explains, read as Vigenère: share told as `unknown`, and share ' +
    'for which a key is told with a probability above one half.',
  columns: ['text', 'unknown', 'a key is claimed'],
  rows: ends.map(({ name, ends: all }) => [
    name,
    percent(all.filter(({ cipher }) => cipher === 'unknown').length / all.length),
    percent(
      all.filter(({ cipher, probability }) => cipher !== 'unknown' && probability > 0.5).length / all.length,
    ),
  ]),
})
