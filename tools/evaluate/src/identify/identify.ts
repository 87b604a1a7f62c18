import { parseArgs } from 'node:util'
import { KINDS, loadIdentifier, type ToldKind } from '@runnel/decipher/identify'
import { identify } from '@runnel/models/identify'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import type { Report } from '../report.ts'
import { calibrationError, calibrationOf, measureKinds, shareAmong, type Told } from './measure-kinds.ts'

const PAGE = 'docs/identify.md'
const SEED = 20
const LENGTHS = [50, 200]

/**
 * Texts of every kind, each told what it is.
 *
 * `--text moby-dick` takes the text that it was chosen on, `--count N` texts of each kind.
 */
export const identifyTexts = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      text: { type: 'string', default: englishTexts[0] },
      count: { type: 'string', default: '500' },
    },
  })
  const source = openEnglishText(values.text)
  const count = Number(values.count)
  const identifier = await loadIdentifier(identify)
  const text = source.read()
  const counter = countUp(advance, LENGTHS.length * KINDS.length * count, 'texts')
  const sets = LENGTHS.map((letters) => ({
    letters,
    told: measureKinds(identifier, { text, letters, count, seed: SEED + letters }, () => counter(1)),
  }))
  const about = `${count} texts of each kind, made of letters of a text (${source.title}; seed ${SEED}).`
  return [kindsTable(sets, about), calibrationTable(sets, about)].map((table) => ({ ...table, page: PAGE }))
}

interface Measured {
  readonly letters: number
  readonly told: readonly Told[]
}

const kindsTable = (sets: readonly Measured[], about: string): Report => ({
  title: 'Texts of each kind',
  about: `${about} Share whose kind was the likeliest, and among the three likeliest.`,
  columns: [
    '',
    ...sets.flatMap(({ letters }) => [`${letters} letters: first`, 'among three', 'else mostly']),
  ],
  rows: [
    ...KINDS.map((kind) => [
      kind,
      ...sets.flatMap(({ told }) => {
        const own = told.filter((one) => one.kind === kind)
        return [percent(shareAmong(own, 1)), percent(shareAmong(own, 3)), mostlyElse(own)]
      }),
    ]),
    [
      '**all**',
      ...sets.flatMap(({ told }) => [percent(shareAmong(told, 1)), percent(shareAmong(told, 3)), '']),
    ],
  ],
})

const mostlyElse = (told: readonly Told[]): string => {
  const counts = new Map<ToldKind, number>()
  for (const { kind, ranked } of told)
    if (ranked.length > 0 && ranked[0] !== kind) counts.set(ranked[0], (counts.get(ranked[0]) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

const calibrationTable = (sets: readonly Measured[], about: string): Report => ({
  title: 'Calibration',
  about: `${about} How probable the likeliest kind was in the mean, and how often it was right; the last row is the mean distance of the two.`,
  columns: ['probability', ...sets.flatMap(({ letters }) => [`${letters} letters: texts`, 'told', 'right'])],
  rows: [
    ...calibrationOf([]).map(({ from }, range) => [
      `from ${from}`,
      ...sets.flatMap(({ told }) => {
        const { count, probability, right } = calibrationOf(told)[range]
        return count === 0 ? ['0', '', ''] : [String(count), probability.toFixed(3), right.toFixed(3)]
      }),
    ]),
    [
      '**distance**',
      ...sets.flatMap(({ told }) => ['', '', calibrationError(calibrationOf(told)).toFixed(4)]),
    ],
  ],
})

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
