import { parseArgs } from 'node:util'
import { createDecipherer } from '@runnel/decipher'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { languageNames, readForeign } from '../foreign-text.ts'
import type { Layout } from '../live/streams.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { calibrationTable } from './calibration.ts'
import { foreignFamily, listedFamilies, outsideFamilies } from './families.ts'
import type { Family } from './family.ts'
import { type Measured, measure } from './measure.ts'
import { listedTable, outsideTable } from './tables.ts'

const PAGE = 'docs/open-world.md'
const SEED = 15
const OUTSIDE = [30, 100]
const LISTED = [12, 20, 60]

/**
 * Ciphertexts that no key in the list explains, and those that one does: which of them is told to be which.
 *
 * `--count N` streams a row, `--texts FOLDER` with novels (without it, German and French are left out), `--text
 * moby-dick` for text that constants may be chosen on, `--no-spaces` for rows without spaces, `--model FILE`.
 */
export const openWorld = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '2000' },
      texts: { type: 'string' },
      text: { type: 'string', default: englishTexts[0] },
      'no-spaces': { type: 'boolean', default: false },
      model: { type: 'string' },
    },
  })
  const source = openEnglishText(values.text)
  const tuning = !source.test
  const decipherer = createDecipherer({
    model: await openModel('english', values.model),
    counts: await openCounts(),
  })
  const languages = (['de', 'fr', 'fi'] as const).filter((language) => language === 'fi' || values.texts)
  const outside = [
    ...outsideFamilies(source.read()),
    ...languages.map((language) =>
      foreignFamily(languageNames[language], readForeign(language, { folder: values.texts, tuning })),
    ),
  ]
  const listed = listedFamilies(source.read())
  const count = Number(values.count)
  const layouts: readonly Layout[] = values['no-spaces'] ? ['as written', 'no spaces'] : ['as written']
  const rows = rowsOf([...outside, ...listed], layouts)
  const lettersOf = ({ group }: Family): readonly number[] => (group === 'listed' ? LISTED : OUTSIDE)
  const total = rows
    .flatMap(({ family }) => lettersOf(family))
    .reduce((sum, letters) => sum + count * letters, 0)
  const counter = countUp(advance, total, 'letters')
  const measured = rows.map(({ family, layout }): Measured => {
    const plan = { count, seed: SEED, letters: lettersOf(family), layout }
    return measure(decipherer, family, plan, counter)
  })
  const setting = { text: source.title, count, seed: SEED }
  const isListed = ({ family }: Measured): boolean => family.group === 'listed'
  return [
    outsideTable(
      setting,
      measured.filter((row) => !isListed(row)),
      OUTSIDE,
    ),
    listedTable(setting, measured.filter(isListed), LISTED),
    calibrationTable(measured),
  ].map((report) => ({ ...report, page: PAGE }))
}

/** Base64 has no spaces to leave out. */
const rowsOf = (families: readonly Family[], layouts: readonly Layout[]) =>
  layouts.flatMap((layout) =>
    families
      .filter(({ name }) => layout === 'as written' || !name.startsWith('base64'))
      .map((family) => ({ family, layout })),
  )
