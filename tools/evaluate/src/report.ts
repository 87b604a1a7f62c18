import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** One table of figures. */
export interface Report {
  title: string
  /** Paragraph above the table: the measure, the text, the counts. */
  about: string
  columns: string[]
  rows: string[][]
  /** Page that takes it, where it is not docs/evaluation.md. */
  page?: string
}

/** A report as Markdown, with the versions and the machine it was made on. */
export const markdown = (name: string, { title, about, columns, rows }: Report): string =>
  [
    `## ${title}`,
    '',
    about,
    '',
    `| ${columns.join(' | ')} |`,
    `|${columns.map(() => '---|').join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    `\`npm run evaluate -- ${name}\`, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}.`,
    '',
  ].join('\n')

/** Puts a report between its marks in a page. */
export const writeReport = (name: string, text: string, file = 'docs/evaluation.md'): void => {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`]
  const page = readFileSync(file, 'utf8')
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from === -1 || to === -1) throw new Error(`${file} has no place marked ${begin} … ${end}`)
  writeFileSync(file, `${page.slice(0, from)}${begin}\n${text}${page.slice(to)}`)
}
