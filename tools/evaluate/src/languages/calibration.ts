import { createRandom } from '@runnel/core'
import { createDecipherer, type DecipherEvent } from '@runnel/decipher'
import { amongLanguages, type LanguageChoice } from '@runnel/decipher/languages'
import { languages } from '@runnel/models/languages'
import { number, percent } from '../figures.ts'
import { calibrationError } from '../live/measures.ts'
import { drawStream } from '../live/streams.ts'
import type { Report } from '../report.ts'

const SEED = 22
/** Letters of a stream. */
const LETTERS = 40

/** A language that was told. */
interface Judged {
  readonly confidence: number
  readonly isRight: boolean
}

/** The probability of the language that is told among all of them, under Caesar, and its share of right ones. */
export const calibrationTable = (
  choices: readonly LanguageChoice[],
  { count, textOf, counter }: { count: number; textOf(code: string): string; counter(done: number): void },
): Report => {
  const decipherer = createDecipherer({ cipher: amongLanguages(choices, 'caesar') })
  const [first, last]: Judged[][] = [[], []]
  for (const { code } of choices) {
    const random = createRandom(SEED)
    const text = textOf(code)
    for (let i = 0; i < count; i++) {
      const { ciphertext } = drawStream(text, random, { letters: LETTERS })
      const session = decipherer.createSession()
      const told = [...ciphertext]
        .flatMap((unit) => session.push(unit))
        .concat(session.flush())
        .flatMap(judgedBy(code))
      if (told.length > 0) {
        first.push(told[0])
        last.push(told[told.length - 1])
      }
      counter(1)
    }
  }
  const streams = choices.length * count
  const rowOf = (name: string, told: readonly Judged[]): string[] => [
    name,
    percent(told.length / streams, 1),
    percent(told.filter(({ isRight }) => isRight).length / told.length, 1),
    percent(told.reduce((sum, { confidence }) => sum + confidence, 0) / told.length, 1),
    calibrationError(told).toFixed(4),
  ]
  return {
    page: 'docs/languages.md',
    title: `Calibration of the language, unknown among ${choices.length}`,
    about: `${number(count)} Caesar streams of ${LETTERS} letters in each of ${choices.map(({ code }) => languages[code].name).join(', ')}; seed ${SEED}. The language is told from 80 % on. Calibration error: in 10 bins.`,
    columns: ['', 'told', 'right where told', 'mean probability', 'calibration error'],
    rows: [rowOf('when it is first told', first), rowOf(`after ${LETTERS} letters`, last)],
  }
}

const judgedBy =
  (code: string) =>
  (event: DecipherEvent): Judged[] =>
    (event.type === 'key' || event.type === 'done') && event.language
      ? [{ confidence: event.languageProbability ?? 0, isRight: event.language === code }]
      : []
