import { lettersOf } from '../answers/letters-of.ts'
import { outcomeNames, outcomes, tally } from '../answers/outcome.ts'
import type { Report } from '../report.ts'
import type { RunCase } from './run-cases.ts'

/** Milliseconds that a text may take. */
const SLOW = 1000

/** Outcomes of cases family by family, and of those that are claimed. */
export const casesTable = (title: string, about: string, run: readonly RunCase[]): Report => {
  const families = [...new Set(run.map(({ family }) => family))]
  const groups: [string, RunCase[]][] = [
    ['claimed, English', run.filter(({ claimed, language }) => claimed && language === 'en')],
    ['claimed families, other languages', run.filter((given) => isOtherLanguage(given, run))],
    ['not claimed', run.filter((given) => !given.claimed && !isOtherLanguage(given, run))],
    ['all', [...run]],
  ]
  return {
    title,
    about:
      `${about} \`auto\`, the whole text at once. Exact: every character. \`unknown\` counts apart; text exact: ` +
      'every text that came out as it should, said or not. Wrong in letters: whatever the case, and the spaces and signs between, ' +
      'as far as the plaintext is given, which may end in the midst.',
    columns: [
      '',
      'cases',
      ...outcomes.map((outcome) => outcomeNames[outcome]),
      'text exact',
      'wrong in letters, p > 0.9',
      'over 1 s of CPU',
    ],
    rows: [
      ...families.map((name) =>
        row(
          name,
          run.filter(({ family }) => family === name),
        ),
      ),
      ...groups
        .filter(([name, group]) => name === 'all' || (group.length > 0 && group.length < run.length))
        .map(([name, group]) => row(`**${name}**`, group)),
    ],
  }
}

/** In another language than a model knows, though the family has claimed cases. */
const isOtherLanguage = (given: RunCase, run: readonly RunCase[]): boolean =>
  given.language !== 'en' && run.some(({ family, claimed }) => claimed && family === given.family)

const row = (name: string, run: readonly RunCase[]): string[] => {
  const counts = tally(run.map(({ outcome }) => outcome))
  const exact = run.filter(({ answer, plaintext }) => answer.text === plaintext).length
  const wrong = run.filter(
    ({ answer, plaintext, outcome }) => outcome === 'confident' && !begins(answer.text, plaintext),
  ).length
  const slow = run.filter(({ milliseconds }) => milliseconds > SLOW).length
  return [
    name,
    ...[run.length, ...outcomes.map((outcome) => counts[outcome]), exact, wrong, slow].map(String),
  ]
}

/** Share of a text that a plaintext which ends in its midst has to cover. */
const COVERED = 0.8

/** Whether a plaintext is the text, or most of it, letter by letter. */
const begins = (text: string, plaintext: string): boolean => {
  const [read, right] = [lettersOf(text), lettersOf(plaintext)]
  return read.startsWith(right) && right.length >= COVERED * read.length
}
