import { parseArgs } from 'node:util'
import { createDecipherer, loadCounts } from '@runnel/decipher'
import { rotorKeys } from '@runnel/decipher/ciphers'
import { englishWordsLarge } from '@runnel/models/english-words-large'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { number, percent } from '../figures.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { type Measured, measure } from './measure.ts'
import { drawStreams, type Row } from './streams.ts'

const SEED = 18
const LENGTHS = [5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 50]
const longest = Math.max(...LENGTHS)

const rows: readonly Row[] = ['I-II-III', 'any', 'I-II-III AA?'].flatMap((wheels) =>
  (['as written', 'no spaces'] as const).map((layout) => ({ wheels, layout })),
)

/**
 * Starts of an Enigma: text that is right after so many letters, keys that were told for certain and were wrong, CPU time.
 *
 * `--count N` streams a row, `--text moby-dick` for text that constants may be chosen on, `--only TEXT` for the rows whose
 * wheels and layout have it.
 */
export const enigma = async (advance: Advance, words: readonly string[]): Promise<Report> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '100' },
      text: { type: 'string', default: englishTexts[0] },
      only: { type: 'string', default: '' },
    },
  })
  const source = openEnglishText(values.text)
  const text = source.read()
  const means = { model: await openModel('english'), counts: await openCounts() }
  const spaceless = await loadCounts(englishWordsLarge)
  const count = Number(values.count)
  const chosen = rows.filter(({ wheels, layout }) => `${wheels} ${layout}`.includes(values.only))
  const counter = countUp(advance, chosen.length * count * longest, 'letters')
  const measured = chosen.map((row) => {
    const decipherer = createDecipherer({ ...means, cipher: rotorKeys({ wheels: row.wheels, spaceless }) })
    const streams = drawStreams(text, row, { count, seed: SEED, letters: longest })
    return { row, count, figures: measure(decipherer, streams, LENGTHS, () => counter(longest)) }
  })
  return table(measured, `${number(count)} streams a row (${source.title}; seed ${SEED})`)
}

const table = (
  measured: readonly { row: Row; count: number; figures: Measured }[],
  about: string,
): Report => ({
  page: 'docs/enigma.md',
  title: 'Starts that are found',
  about:
    `Share of streams whose whole text so far is right after so many letters: ${about}, random starts. Of 1,000 streams those of ` +
    `which a wrong key was told with 0.999 or more, in the first ${longest} letters. CPU time of all these letters, the first stream left out, in ms.`,
  columns: ['wheels', 'text', ...LENGTHS.map(String), 'certain and wrong', 'ms'],
  rows: measured.map(({ row, count, figures }) => [
    row.wheels,
    row.layout,
    ...figures.right.map((right) => percent(right / count, 1)),
    number(Math.round((1000 * figures.misled) / count)),
    figures.milliseconds.toFixed(1),
  ]),
})
