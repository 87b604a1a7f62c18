import type { Answer, Table } from './question.ts'

/** A table in Markdown. */
export const markdownTable = ({ columns, rows }: Table): string =>
  [
    `| ${columns.map(({ title }) => title).join(' | ')} |`,
    `|${columns.map(() => '---|').join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')

/** The page of a question: finding first, then figures, then how they were measured. */
export const answerPage = (
  name: string,
  title: string,
  { finding, assignment, about, tables, plots }: Answer,
  seed: number,
): string =>
  [
    `# ${title}`,
    `**Found.** ${finding}`,
    `**The assignment.** ${assignment}`,
    ...tables.map((table) =>
      table.title ? `## ${table.title}\n\n${markdownTable(table)}` : markdownTable(table),
    ),
    ...plots.map((plot) => `![${plot.title}](${plot.name}.svg)`),
    '## How it was measured',
    ...about,
    `Made by \`runnel lab ${name} --seed ${seed}\`, which writes this page; \`runnel lab ${name} --check docs/lab\` measures again and compares.`,
    '',
  ].join('\n\n')
