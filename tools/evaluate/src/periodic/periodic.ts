import { appendFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createDecipherer, loadCounts } from '@runnel/decipher'
import { keyFinders, loadWords } from '@runnel/decipher/ciphers'
import { englishKeyWords } from '@runnel/models/english-key-words'
import { englishWordsLarge } from '@runnel/models/english-words-large'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { claimsOf, otherTexts } from './claims.ts'
import { columnFrequencies } from './column-frequencies.ts'
import { coordinateAscent } from './coordinate-ascent.ts'
import { measure } from './measure.ts'
import { countedIn, drawStreams, type Row } from './streams.ts'
import { comparedTable, type Measurement, nameOf, tablesOf } from './tables.ts'

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
  ...(['in the list', 'outside it', 'others'] as const).flatMap((words) =>
    (['as written', 'no spaces'] as const).map(
      (layout): Row => ({ cipher: 'vigenere', layout, period: 8, words }),
    ),
  ),
  ...(['as written', 'no spaces'] as const).map(
    (layout): Row => ({ cipher: 'progressive', layout, period: 26 }),
  ),
  ...[0.02, 0.05].map((wrong): Row => ({ cipher: 'vigenere', layout: 'no spaces', period: 8, wrong })),
  ...[1, 5, 8, 16].map((period): Row => ({ cipher: 'xor', layout: 'as written', period })),
]

/** Rows that usual ways are tried on. */
const compared = ({ cipher, layout, unnamed, words, wrong }: Row): boolean =>
  cipher === 'vigenere' && layout === 'no spaces' && !unnamed && !words && !wrong

/**
 * Keys that repeat, of unknown period: text that is right after so many letters, beside usual ways; how much of it is
 * final, and how often wrongly; and what is said of text that has no such key.
 *
 * `--count N` streams a row, `--text moby-dick` for text that constants may be chosen on, `--model FILE`, `--only TEXT`
 * for the rows whose cipher, layout and period have it, `--no-others` without usual ways and other texts, `--texts FOLDER` with
 * novels in other languages among these, `--rows FILE` for each row as soon as it is there.
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
      texts: { type: 'string' },
      rows: { type: 'string' },
    },
  })
  const source = openEnglishText(values.text)
  const text = source.read()
  const means = { model: await openModel('english', values.model), counts: await openCounts() }
  const list = await loadWords(englishKeyWords)
  const spaceless = await loadCounts(englishWordsLarge)
  const [count, withOthers] = [Number(values.count), !values['no-others']]
  const chosen = rows.filter((row) => nameOf(row).join(' ').includes(values.only))
  const others = withOthers ? otherTexts(text, values.texts) : []
  const counter = countUp(advance, (chosen.length + others.length) * count * longest, 'letters')
  const about = `(${source.title}; seed ${SEED}), random keys, period unknown, cipher named but where that is said; of XOR letters are bytes`
  const measured: Measurement[] = []
  for (const row of chosen) {
    const decipherer = createDecipherer({
      ...means,
      cipher: keyFinders[row.unnamed ? 'periodic' : row.cipher]({ words: row.words && list, spaceless }),
    })
    const streams = drawStreams(text, row, { count, seed: SEED, letters: longest, words: list.words })
    const figures = measure(decipherer, streams, LENGTHS, {
      from: unsaid(row),
      cipher: row.cipher,
      isCounted: countedIn(row),
      count: counter,
    })
    measured.push({ row, streams, figures })
    if (values.rows) {
      const told = tablesOf([{ row, streams, figures }], LENGTHS, about).map(
        ({ rows: [cells] }) => `| ${cells.join(' | ')} |\n`,
      )
      appendFileSync(values.rows, told.join(''))
    }
  }
  const reports = tablesOf(measured, LENGTHS, about)
  if (withOthers) {
    const learned = openEnglishText('moby-dick').read()
    const solvers = [columnFrequencies(learned), coordinateAscent(learned)]
    const decipherer = createDecipherer({ ...means, cipher: keyFinders.vigenere({ spaceless }) })
    const note = (): void => counter(longest)
    reports.push(
      comparedTable(
        measured.filter(({ row }) => compared(row)),
        { solvers, lengths: LENGTHS, about },
      ),
      claimsOf(others, decipherer, { count, seed: SEED, letters: longest, note }),
    )
  }
  return reports
}

/** Letters that no text tells: those under the primer of a ciphertext autokey come once each. */
const unsaid = ({ cipher, period }: Row): number => (cipher === 'ciphertext-autokey' ? period : 0)
