import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createDecipherer } from '@runnel/decipher'
import { amongLanguages } from '@runnel/decipher/languages'
import { languages } from '@runnel/models/languages'
import { type Advance, countUp } from '../advance.ts'
import { readCases } from '../cases/read-cases.ts'
import { listWrong, runCases } from '../cases/run-cases.ts'
import { casesTable } from '../cases/table.ts'
import type { Report } from '../report.ts'
import { choicesOf } from './choices.ts'
import { udhrCases } from './udhr-cases.ts'

const SEED = 7

/** Families whose keys are listed, and so weighed in every language. */
const listed = ['caesar', 'affine', 'atbash', 'plain']

/**
 * Ciphertexts in languages other than English, the language and the cipher unknown.
 *
 * `--cases FOLDER` holds `cases.jsonl`, `--list FILE` takes what came out wrong.
 */
export const languageCases = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: { cases: { type: 'string' }, list: { type: 'string' } },
  })
  const codes = Object.keys(languages)
  const decipherer = createDecipherer({ cipher: amongLanguages(await choicesOf(codes), 'auto') })
  const real = (values.cases === undefined ? [] : readCases(values.cases, SEED)).filter(
    ({ family, language = 'en' }) => language !== 'en' && listed.includes(family),
  )
  const made = udhrCases(SEED)
  const counter = countUp(advance, real.length + made.length, 'cases')
  const [ran, madeRan] = [runCases(decipherer, real, counter), runCases(decipherer, made, counter)]
  if (values.list !== undefined) writeFileSync(values.list, listWrong([...ran, ...madeRan]))
  return [
    casesTable(
      'Real ciphertexts in other languages',
      `Of puzzles, exercises and pages, as they stand; language and cipher unknown among ${codes.length}.`,
      ran,
    ),
    casesTable(
      'Sentences of the Universal Declaration of Human Rights',
      `In ${codes.length - 1} languages, 20 to 90 letters each, under Caesar, affine or Atbash (seed ${SEED}); language and cipher unknown.`,
      madeRan,
    ),
  ].map((table) => ({ ...table, page: 'docs/languages.md' }))
}
