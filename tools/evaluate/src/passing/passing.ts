import { parseArgs } from 'node:util'
import { createRandom } from '@runnel/core'
import { createDecipherer, type Decipherer } from '@runnel/decipher'
import { type Advance, countUp } from '../advance.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { countAltered, countAlteredEach } from './altered.ts'
import { listedTexts } from './listed-texts.ts'
import { countLost } from './lost.ts'
import { madeTexts } from './made-texts.ts'
import { messagesOf } from './messages.ts'
import type { PassingText } from './passing-text.ts'
import { proseTexts } from './prose-texts.ts'
import { type AlteredRow, alteredTable, lostTable } from './tables.ts'

const PAGE = 'docs/open-world.md'
const SEED = 15

/** Letters of a stream under Caesar, and about so many characters of prose hold as many letters. */
const [STREAM, CHARACTERS] = [1000, 1250]

/** Characters of a message, and the share of a text that is cut into messages. */
const [MESSAGE, CUT] = [200, 0.1]

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
  const decipherer = createDecipherer({
    model: await openModel('english', values.model),
    counts: await openCounts(),
  })
  const prose = proseTexts({ folder: values.texts, tuning: values.tuning })
  const texts = chosen([...prose, ...listedTexts, ...madeTexts], values.only?.split(',')).map(
    (passes): Read => ({ passes, text: passes.read(Number(values.size)) }),
  )
  const foreign = texts.filter(({ passes }) => prose.includes(passes))
  const total =
    texts.reduce((sum, { text }) => sum + (1 + CUT) * text.length, 0) +
    foreign.reduce((sum, { text }) => sum + STREAM * streamsOf(text), 0)
  const counter = countUp(advance, total, 'characters')
  const altered = texts.map((text) => measureAltered(decipherer, text, counter))
  const lost = foreign.map(({ passes, text }) => {
    const plan = { text, streams: streamsOf(text), letters: STREAM, random: createRandom(SEED) }
    return { name: passes.name, ...countLost(decipherer, plan, counter) }
  })
  const tables = [alteredTable(altered, MESSAGE)]
  if (lost.length > 0) tables.push(lostTable(lost, STREAM, SEED))
  return tables.map((table) => ({ ...table, page: PAGE }))
}

interface Read {
  passes: PassingText
  text: string
}

const streamsOf = (text: string): number => Math.ceil(text.length / CHARACTERS)

const chosen = (texts: readonly PassingText[], only: readonly string[] | undefined): PassingText[] => {
  const names = texts.map(({ name }) => name)
  const strange = only?.find((name) => !names.includes(name))
  if (strange !== undefined) throw new Error(`--only ${strange}: expected some of ${names.join(', ')}`)
  return texts.filter(({ name }) => only === undefined || only.includes(name))
}

const measureAltered = (
  decipherer: Decipherer,
  { passes: { name, source }, text }: Read,
  counter: (characters: number) => void,
): AlteredRow => ({
  name,
  source,
  size: text.length,
  ...countAltered(decipherer, text, counter),
  cut: countAlteredEach(decipherer, messagesOf(text.slice(0, CUT * text.length), MESSAGE), counter),
})
