import { parseArgs } from 'node:util'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { CHANGING, measureAlarms, measureChanges, STEADY } from './measure.ts'
import { alarmTable, changeTable } from './tables.ts'

const PAGE = 'docs/open-world.md'
const SEED = 15

const searches = ['caesar', 'auto'] as const
const alarmPlans = searches.flatMap((cipher) => [0, 0.05, 0.1, 0.2].map((noise) => ({ cipher, noise })))
const changePlans = searches.flatMap((cipher) =>
  (['letter', 'word'] as const).flatMap((changeAt) =>
    [0, 0.05].map((noise) => ({ cipher, changeAt, noise })),
  ),
)

/**
 * Letters replaced by random ones: false alarms, letters right, and how soon a real change of key is found.
 *
 * `--count N` streams a row, `--text moby-dick` for text that constants may be chosen on, `--model FILE`.
 */
export const noise = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '2000' },
      text: { type: 'string', default: englishTexts[0] },
      model: { type: 'string' },
    },
  })
  const source = openEnglishText(values.text)
  const setting = { text: source.title, count: Number(values.count), seed: SEED }
  const model = await openModel('english', values.model)
  const subject = { ...setting, text: source.read(), model, counts: await openCounts() }
  const total = setting.count * (alarmPlans.length * STEADY + changePlans.length * CHANGING)
  const counter = countUp(advance, total, 'letters')
  const alarms = alarmPlans.map((plan) => measureAlarms(subject, plan, counter))
  const changes = changePlans.map((plan) => measureChanges(subject, plan, counter))
  return [alarmTable(setting, alarms), changeTable(setting, changes)].map((report) => ({
    ...report,
    page: PAGE,
  }))
}
