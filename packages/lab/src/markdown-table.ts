import type { Table } from './question.ts'

/** A table in Markdown. */
export const markdownTable = ({ columns, rows }: Table): string =>
  [
    `| ${columns.map(({ title }) => title).join(' | ')} |`,
    `|${columns.map(() => '---|').join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
