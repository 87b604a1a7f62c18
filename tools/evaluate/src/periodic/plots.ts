import { readFileSync, writeFileSync } from 'node:fs'
import { lineChart } from '@runnel/lab'
import type { Report } from '../report.ts'

const PAGE = 'docs/periodic.md'

/** A row of the table of text that is right. */
interface Row {
  readonly cipher: string
  readonly layout: string
  readonly period: string
  /** Percent of the streams, after so many letters. */
  readonly points: readonly { x: number; y: number }[]
}

interface Plot {
  readonly file: string
  readonly title: string
  /** Symbols that are read. */
  readonly symbols?: string
  /** Name of a row in the plot, or nothing where it is not in it. */
  nameOf(row: Row): string | undefined
}

const vigenere =
  (text: string) =>
  ({ cipher, layout, period }: Row): string | undefined =>
    cipher === 'vigenere' && layout === text ? `period ${period}` : undefined

const plots: readonly Plot[] = [
  {
    file: 'docs/periodic-spaces.svg',
    title: 'Vigenère, key unknown: text as written',
    nameOf: vigenere('as written'),
  },
  {
    file: 'docs/periodic-no-spaces.svg',
    title: 'Vigenère, key unknown: text without spaces',
    nameOf: vigenere('no spaces'),
  },
  {
    file: 'docs/periodic-families.svg',
    title: 'Keys of 8, unknown, by cipher: text without spaces',
    nameOf: ({ cipher, layout, period }) =>
      layout === 'no spaces' && period === '8' && /^[a-z-]+$/.test(cipher) ? cipher : undefined,
  },
  {
    file: 'docs/periodic-xor.svg',
    title: 'XOR, key unknown, by its bytes',
    symbols: 'bytes',
    nameOf: ({ cipher, period }) => (cipher === 'xor' ? period : undefined),
  },
]

/** Draws what the table of text that is right in docs/periodic.md has: its files, and what is in them. */
export const drawPeriodic = (page: string): { file: string; svg: string }[] => {
  const rows = rowsOf(page)
  return plots.map(({ file, title, symbols = 'letters', nameOf }) => ({
    file,
    svg: lineChart({
      title,
      x: { label: `${symbols} read`, domain: [10, 100] },
      y: { label: 'streams whose whole text is right, %', domain: [0, 100] },
      series: rows.flatMap((row) => {
        const label = nameOf(row)
        return label === undefined ? [] : [{ label, points: row.points }]
      }),
    }),
  }))
}

/** Draws the plots of docs/periodic.md anew. */
export const periodicPlots = async (): Promise<Report[]> => {
  for (const { file, svg } of drawPeriodic(readFileSync(PAGE, 'utf8'))) writeFileSync(file, svg)
  return []
}

const rowsOf = (page: string): Row[] => {
  const [, table = ''] = /\n## Text that is right\n(.*?)\n## /s.exec(page) ?? []
  const [head, , ...rows] = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.slice(2, -2).split(' | '))
  const lengths = head.slice(4).map(Number)
  return rows.map(([cipher, layout, period, , ...right]) => ({
    cipher,
    layout,
    period,
    points: right.map((share, at) => ({ x: lengths[at], y: Number.parseFloat(share) })),
  }))
}
