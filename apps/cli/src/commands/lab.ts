import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { InvalidOptionError, RunnelError } from '@runnel/core'
import { type ConsoleStreams, write } from '../console-streams.ts'
import { UnreadableFileError } from '../input.ts'
import { comparePage } from '../lab/compare-page.ts'
import { questions } from '../lab/index.ts'
import { createLabBar } from '../lab/lab-bar.ts'
import { answerPage, markdownTable } from '../lab/page.ts'
import type { Answer } from '../lab/question.ts'
import { givenText, writtenText } from '../lab/text.ts'
import { openModel } from '../open-model.ts'
import { readText } from '../read-text.ts'

/** Options of `runnel lab`. The numbers are for `graph` alone. */
export interface LabOptions {
  seed: number
  out: string
  check?: string
  text?: string[]
  wh?: number
  wx?: number
  wy?: number
  h0?: number
  x?: [number, number]
  y?: [number, number]
}

/** Lists the questions, or answers one: tables on standard output, page and plots in a folder. */
export const lab = async (
  name: string | undefined,
  options: LabOptions,
  streams: ConsoleStreams,
): Promise<void> => {
  if (name === undefined) return write(streams.stdout, list())
  const { seed, out, check, text, ...numbers } = options
  const [option] = Object.keys(numbers)
  if (name !== 'graph' && option) throw new InvalidOptionError(option, name, 'the question graph beside it')
  const found = questions.find((question) => question.name === name)
  if (!found)
    throw new InvalidOptionError(
      'question',
      name,
      `one of ${questions.map((known) => known.name).join(', ')}`,
    )
  const { signal } = streams
  const question = await found.load()
  const bar = createLabBar(name, streams.stderr)
  const answer = await question
    .answer({
      seed,
      signal,
      numbers,
      advance: bar.advance,
      readText: text
        ? givenText(await readText(text, streams))
        : writtenText(() => openModel('english'), signal),
    })
    .finally(bar.stop)
  await write(streams.stdout, asText(question.title, answer))
  if (check) return compare(name, check, answer, streams)
  await mkdir(out, { recursive: true })
  await writeFile(path.join(out, `${name}.md`), answerPage(name, question.title, answer, seed))
  for (const { name: file, svg } of answer.plots) await writeFile(path.join(out, `${file}.svg`), svg)
  const files = [`${name}.md`, ...answer.plots.map((plot) => `${plot.name}.svg`)]
  streams.stderr.write(`written to ${out}: ${files.join(', ')}\n`)
}

const list = (): string => {
  const width = Math.max(...questions.map(({ name }) => name.length))
  return `${questions.map(({ name, asks }) => `${name.padEnd(width)}  ${asks}`).join('\n')}\n\nrunnel lab QUESTION answers one; runnel lab --help lists the options.\n`
}

/** What a terminal shows: the page without its words on method, and without plots. */
const asText = (title: string, { tables, finding, assignment }: Answer): string =>
  [
    title,
    ...tables.map((table) =>
      table.title ? `${table.title}\n${markdownTable(table)}` : markdownTable(table),
    ),
    `Found: ${finding}`,
    `The assignment: ${assignment}`,
    '',
  ].join('\n\n')

/** @throws RunnelError when numbers are not those of the page in `folder` */
const compare = async (
  name: string,
  folder: string,
  { tables }: Answer,
  { stderr }: ConsoleStreams,
): Promise<void> => {
  const file = path.join(folder, `${name}.md`)
  const page = await readFile(file, 'utf8').catch((error) => {
    throw new UnreadableFileError(file, error)
  })
  const differences = comparePage(page, tables)
  if (differences.length > 0) {
    throw new RunnelError('lab_differs', `${file} says something else:\n${differences.join('\n')}`)
  }
  stderr.write(`${file} says the same\n`)
}
