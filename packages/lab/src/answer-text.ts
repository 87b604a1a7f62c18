import type { AnsweredQuestion } from './answer-question.ts'
import { markdownTable } from './markdown-table.ts'

/** An answer as a terminal shows it: the page without its words on method, and without plots. */
export const answerText = ({ title, finding, assignment, tables }: AnsweredQuestion): string =>
  [
    title,
    ...tables.map((table) =>
      table.title ? `${table.title}\n${markdownTable(table)}` : markdownTable(table),
    ),
    `Found: ${finding}`,
    `The assignment: ${assignment}`,
    '',
  ].join('\n\n')
