import type { Column, Table } from './question.ts'

/**
 * Compares tables with those of a page that was made earlier, in their order.
 *
 * @returns what differs by more than a column allows, in words; nothing when all agrees
 */
export const comparePage = (page: string, tables: readonly Table[]): string[] => {
  const before = readTables(page)
  if (before.length !== tables.length) {
    return [`the page has ${before.length} tables, and there should be ${tables.length}`]
  }
  return tables.flatMap((table, i) => compareTable(table, before[i]))
}

const compareTable = ({ columns, rows }: Table, [heads, ...had]: string[][]): string[] => {
  const titles = columns.map(({ title }) => title)
  if (titles.join() !== heads.join())
    return [`columns: the page has ${heads.join(', ')}, found ${titles.join(', ')}`]
  if (rows.length !== had.length) return [`the page has ${had.length} rows, found ${rows.length}`]
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      isNear(columns[c], had[r][c], cell)
        ? []
        : [`${row[0]}, ${columns[c].title}: the page has ${had[r][c]}, found ${cell}`],
    ),
  )
}

/** Words have to be the same; numbers as near as the column asks for. */
const isNear = ({ tolerance }: Column, had: string, found: string): boolean => {
  if (!tolerance || had === found) return true
  const [before, now] = [numberOf(had), numberOf(found)]
  if (Number.isNaN(before) || Number.isNaN(now)) return false
  const { absolute = 0, relative = 0 } = tolerance
  return Math.abs(now - before) <= Math.max(absolute, relative * Math.abs(before))
}

/** The number that a cell is: with thousands, a minus sign, a unit behind it; NaN for anything else. */
const numberOf = (cell: string): number => {
  const [number = ''] = /^[−-]?[\d,]*\.?\d+(e[+-]?\d+)?(?=$| )/.exec(cell) ?? []
  return number === '' ? Number.NaN : Number(number.replaceAll(',', '').replace('−', '-'))
}

/** Cells of every table in a page, heads first. */
const readTables = (page: string): string[][][] =>
  Array.from(page.matchAll(/^\|.*\|\n\|[-|]+\|\n(?:\|.*\|\n)*/gm), ([table]) =>
    table
      .trim()
      .split('\n')
      .filter((_, line) => line !== 1)
      .map((line) => line.slice(2, -2).split(' | ')),
  )
