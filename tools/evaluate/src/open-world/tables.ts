import { type Outcome, outcomeNames, outcomes, tally } from '../answers/outcome.ts'
import { number, percent } from '../figures.ts'
import type { Report } from '../report.ts'
import type { Measured } from './measure.ts'

/** Text that the streams are of, with their number and seed. */
export interface Setting {
  text: string
  count: number
  seed: number
}

const intro = ({ text, count, seed }: Setting): string =>
  `${number(count)} streams for each row (${text}; seed ${seed}), starting at a word, \`auto\`. The answer is the text ` +
  'that would stand if the stream ended there.'

const share = (found: readonly Outcome[], outcome: Outcome): string =>
  percent(tally(found)[outcome] / found.length)

/** Ciphers and languages that are not known: what is said of them after so many letters. */
export const outsideTable = (
  setting: Setting,
  rows: readonly Measured[],
  letters: readonly number[],
): Report => ({
  title: 'None of these',
  about:
    `${intro(setting)} Wrong is any answer but \`unknown\` and the plaintext. The letters of a columnar transposition ` +
    'change places among themselves; spaces and case stay. Asked: wrong with p > 0.9 in at most 1 %.',
  columns: [
    'ciphertext',
    'text',
    ...letters.flatMap((n) => outcomes.map((outcome) => `${n} letters: ${outcomeNames[outcome]}`)),
  ],
  rows: rows.map(({ family, layout, outcomes: found }) => [
    family.name,
    layout,
    ...found.flatMap((at) => outcomes.map((outcome) => share(at, outcome))),
  ]),
})

/** Ciphers in the list: how often "none of these" is said of them all the same. */
export const listedTable = (
  setting: Setting,
  rows: readonly Measured[],
  letters: readonly number[],
): Report => {
  const shown: readonly Outcome[] = ['unknown', 'confident', 'right']
  const cells = (found: readonly Outcome[][]): string[] =>
    shown.flatMap((outcome) => found.map((at) => share(at, outcome)))
  const layouts = [...new Set(rows.map(({ layout }) => layout))]
  const together = layouts.map((layout) => {
    const found = rows.filter((row) => row.layout === layout)
    return [
      'together',
      layout,
      ...cells(letters.map((_, at) => found.flatMap(({ outcomes: all }) => all[at]))),
    ]
  })
  return {
    title: 'One of these all the same',
    about: `${intro(setting)} Asked: \`unknown\` in at most 0.5 % after 12 letters, 0.05 % after 20, none after 60.`,
    columns: [
      'cipher',
      'text',
      ...shown.flatMap((outcome) => letters.map((n) => `${outcomeNames[outcome]} after ${n}`)),
    ],
    rows: [
      ...rows.map(({ family, layout, outcomes: found }) => [family.name, layout, ...cells(found)]),
      ...together,
    ],
  }
}
