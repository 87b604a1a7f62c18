import { InvalidOptionError } from '@runnel/core'
import type { Answer, LabContext } from './question.ts'
import { questions } from './questions.ts'
import { givenText, openEnglish, writtenText } from './text.ts'

/** Settings of one answer. */
export interface AnswerOptions {
  /** Decides every random number; 1 when not given. */
  seed?: number
  /** Ends the measuring when it is aborted. */
  signal?: AbortSignal
  /** Numbers of the graph in place of the assignment's; for `graph` alone. */
  numbers?: LabContext['numbers']
  /** Reads English to learn from, in place of what the model `english` writes. */
  readText?: () => Promise<string>
  /** Is told how far it is, from 0 to 1, and what is measured now. */
  advance?: LabContext['advance']
}

/** An answer, and what it is the answer to. */
export interface AnsweredQuestion extends Answer {
  name: string
  title: string
  seed: number
}

/**
 * Answers a question by measuring, which takes up to a few minutes.
 *
 * @throws InvalidOptionError for a question that there is not, numbers that it does not take, a text that is too short;
 * RunnelError `stopped` when `signal` is aborted
 * @example
 * import { answerPage, answerQuestion } from '@runnel/lab'
 * console.log(answerPage(await answerQuestion('truncation', { seed: 2 })))
 */
export const answerQuestion = async (
  name: string,
  options: AnswerOptions = {},
): Promise<AnsweredQuestion> => {
  const { seed = 1, signal = new AbortController().signal, numbers = {}, readText, advance } = options
  const [number] = Object.keys(numbers)
  if (name !== 'graph' && number) throw new InvalidOptionError(number, name, 'the question graph beside it')
  const found = questions.find((question) => question.name === name)
  if (!found) {
    const names = questions.map((known) => known.name).join(', ')
    throw new InvalidOptionError('question', name, `one of ${names}`)
  }
  const question = await found.load()
  const answer = await question.answer({
    seed,
    signal,
    numbers,
    advance: advance ?? (() => {}),
    readText: readText ? givenText(await readText()) : writtenText(openEnglish, signal),
  })
  return { name, title: question.title, seed, ...answer }
}
