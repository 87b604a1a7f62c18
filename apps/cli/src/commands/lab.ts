import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { RunnelError } from '@runnel/core'
import {
  type AnsweredQuestion,
  answerPage,
  answerQuestion,
  answerText,
  comparePage,
  questions,
} from '@runnel/lab'
import { type ConsoleStreams, write } from '../console-streams.ts'
import { createLabBar } from '../lab-bar.ts'
import { readText } from '../read-text.ts'
import { UnreadableFileError } from '../unreadable-file.ts'
import { writeWhole } from '../write-whole.ts'

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
  { seed, out, check, text, ...numbers }: LabOptions,
  streams: ConsoleStreams,
): Promise<void> => {
  const { stdout, stderr, signal } = streams
  if (name === undefined) return write(stdout, list())
  const bar = createLabBar(name, stderr)
  const answered = await answerQuestion(name, {
    seed,
    signal,
    numbers,
    advance: bar.advance,
    ...(text && { readText: () => readText(text, streams) }),
  }).finally(bar.stop)
  await write(stdout, answerText(answered))
  stderr.write(check ? await compare(check, answered) : await writeAnswer(out, answered))
}

const list = (): string => {
  const width = Math.max(...questions.map(({ name }) => name.length))
  return `${questions.map(({ name, asks }) => `${name.padEnd(width)}  ${asks}`).join('\n')}\n\nrunnel lab QUESTION answers one; runnel lab --help lists the options.\n`
}

/** Writes page and plots to a folder, and says which. @throws UnwritableFileError */
const writeAnswer = async (folder: string, answered: AnsweredQuestion): Promise<string> => {
  const files = [
    { file: `${answered.name}.md`, content: answerPage(answered) },
    ...answered.plots.map(({ name, svg }) => ({ file: `${name}.svg`, content: svg })),
  ]
  for (const { file, content } of files) await writeWhole(path.join(folder, file), content)
  return `written to ${folder}: ${files.map(({ file }) => file).join(', ')}\n`
}

/** Compares with the page in a folder. @throws RunnelError when its numbers are others; UnreadableFileError */
const compare = async (folder: string, { name, tables }: AnsweredQuestion): Promise<string> => {
  const file = path.join(folder, `${name}.md`)
  const page = await readFile(file, 'utf8').catch((error) => {
    throw new UnreadableFileError(file, error)
  })
  const differences = comparePage(page, tables)
  if (differences.length > 0) {
    throw new RunnelError('lab_differs', `${file} says something else:\n${differences.join('\n')}`)
  }
  return `${file} says the same\n`
}
