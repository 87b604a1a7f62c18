import type { AnsweredQuestion } from './answer-question.ts'
import { markdownTable } from './markdown-table.ts'

/** The page of a question in Markdown: finding first, then figures, then the way they were measured. */
export const answerPage = (answered: AnsweredQuestion): string => {
  const { name, title, seed, finding, assignment, about, tables, plots } = answered
  return [
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
}
