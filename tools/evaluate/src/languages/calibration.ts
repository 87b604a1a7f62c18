import { createRandom } from '@runnel/core'
import { createDecipherer } from '@runnel/decipher'
import { amongLanguages, type LanguageChoice } from '@runnel/decipher/languages'
import { languages } from '@runnel/models/languages'
import { number, percent } from '../figures.ts'
import { calibrationError } from '../live/measures.ts'
import { drawStream, isLetter } from '../live/streams.ts'
import type { Report } from '../report.ts'

const SEED = 22
const PLACES = [4, 6, 10, 20, 40]
const longest = Math.max(...PLACES)

/** Probability from which on a language is told. */
const TOLD = 0.8

/** The likeliest language of a stream at a place. */
interface Judged {
  readonly confidence: number
  readonly isRight: boolean
}

/** The probability of the likeliest language, and its share of right ones, among all of them, under Caesar. */
export const calibrationTable = (
  choices: readonly LanguageChoice[],
  { count, textOf, counter }: { count: number; textOf(code: string): string; counter(done: number): void },
): Report => {
  const decipherer = createDecipherer({ cipher: amongLanguages(choices, 'caesar'), candidates: 20 })
  const judged: Judged[][] = PLACES.map(() => [])
  for (const { code } of choices) {
    const random = createRandom(SEED)
    const text = textOf(code)
    for (let i = 0; i < count; i++) {
      const { ciphertext } = drawStream(text, random, { letters: longest })
      const session = decipherer.createSession()
      let letters = 0
      const shares = new Map<string, number>()
      for (const unit of ciphertext) {
        for (const event of session.push(unit)) {
          if (event.type !== 'candidates') continue
          shares.clear()
          for (const { language = '', probability } of event.candidates) {
            shares.set(language, (shares.get(language) ?? 0) + probability)
          }
        }
        if (isLetter(unit)) letters++
        const at = isLetter(unit) ? PLACES.indexOf(letters) : -1
        if (at === -1) continue
        const [best = '', confidence = 0] = [...shares].reduce(
          (leading, other) => (other[1] > leading[1] ? other : leading),
          ['', 0] as [string, number],
        )
        judged[at].push({ confidence: Math.min(1, confidence), isRight: best === code })
      }
      session.free()
      counter(1)
    }
  }
  const rowOf = (name: string, all: readonly Judged[]): string[] => {
    const told = all.filter(({ confidence }) => confidence >= TOLD)
    const right = (of: readonly Judged[]) =>
      of.filter(({ isRight }) => isRight).length / Math.max(1, of.length)
    const mean = told.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, told.length)
    return [
      name,
      percent(right(all), 1),
      calibrationError(all).toFixed(4),
      percent(told.length / all.length, 1),
      percent(right(told), 1),
      percent(mean, 1),
    ]
  }
  return {
    page: 'docs/languages.md',
    title: `Calibration of the language, unknown among ${choices.length}`,
    about: `${number(count)} Caesar streams in each of ${choices.map(({ code }) => languages[code].name).join(', ')}; seed ${SEED}. Calibration error: of the probability of the likeliest language, in 10 bins. A language is told from ${percent(TOLD, 0)} on.`,
    columns: [
      'letters',
      'likeliest right',
      'calibration error',
      'told',
      'right where told',
      'its mean probability',
    ],
    rows: [...PLACES.map((place, at) => rowOf(String(place), judged[at])), rowOf('all', judged.flat())],
  }
}
