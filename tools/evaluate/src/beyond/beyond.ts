import { parseArgs } from 'node:util'
import { createDecipherer } from '@runnel/decipher'
import { type Advance, countUp } from '../advance.ts'
import { outcomeNames, outcomes, tally } from '../answers/outcome.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { percent } from '../figures.ts'
import type { Layout } from '../live/streams.ts'
import { openAuto, soughtBeyond } from '../open-auto.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { beyondFamilies } from './families.ts'
import { type Measured, measure } from './measure.ts'

const SEED = 19

/**
 * Keys that are sought where listed ones fail: what wakes them, what they are found in, and what they are told of wrongly.
 *
 * `--count N` streams a row, `--letters N` of each, `--only NAME,…` rows whose names begin so, `--texts FOLDER` with
 * novels, `--text moby-dick` for text that constants may be chosen on, `--model FILE`.
 */
export const beyond = async (advance: Advance, words: readonly string[]): Promise<Report> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '500' },
      letters: { type: 'string', default: '150' },
      only: { type: 'string' },
      texts: { type: 'string' },
      text: { type: 'string', default: englishTexts[0] },
      model: { type: 'string' },
    },
  })
  const source = openEnglishText(values.text)
  const cipher = await openAuto()
  const [model, counts] = [await openModel('english', values.model), await openCounts()]
  const decipherer = createDecipherer({ model, counts, cipher })
  const seeking = { decipherer, sought: soughtBeyond, steps: cipher.steps }
  const only = values.only?.split(',')
  const sources = { english: source.read(), folder: values.texts, tuning: !source.test }
  const families = beyondFamilies(sources).filter(
    ({ name }) => only?.some((start) => name.startsWith(start)) ?? true,
  )
  const layouts: readonly Layout[] = ['as written', 'no spaces']
  const rows = layouts.flatMap((layout) => families.map((family) => ({ family, layout })))
  const [count, letters] = [Number(values.count), Number(values.letters)]
  const counter = countUp(advance, rows.length * count * letters, 'letters')
  const measured = rows.map(({ family, layout }) =>
    measure(seeking, family, { count, seed: SEED, letters: [letters], layout }, counter),
  )
  return {
    page: 'docs/open-world.md',
    title: 'Keys that are sought where listed ones fail',
    about:
      `${count} streams of ${letters} letters for each row (${source.title}; seed ${SEED}), \`auto\` as the command line ` +
      `has it: ${soughtBeyond.join(', ')} are sought. Woken: streams in which the search began. Told: a cipher of it was, ` +
      'if only for some letters; letter: the one with which it was first. The answer at the end is wrong if it is ' +
      'neither the plaintext nor `unknown`.',
    columns: [
      'ciphertext',
      'text',
      'woken',
      'told',
      'told at the end',
      'letter, median',
      'p90',
      ...outcomes.map((outcome) => outcomeNames[outcome]),
      'ms of CPU a stream',
    ],
    rows: measured.map(rowOf),
  }
}

const rowOf = ({ family, layout, streams, woken, told, ended, outcomes: found, cpu }: Measured): string[] => {
  const letters = told.toSorted((a, b) => a - b)
  const at = (share: number): string => String(letters[Math.floor(letters.length * share)] ?? '')
  const counted = tally(found)
  return [
    family.name,
    layout,
    percent(woken / streams),
    percent(told.length / streams),
    percent(ended / streams),
    at(0.5),
    at(0.9),
    ...outcomes.map((outcome) => percent(counted[outcome] / streams)),
    cpu.toFixed(0),
  ]
}
