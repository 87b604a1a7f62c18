import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createDecipherer } from '@runnel/decipher'
import { encodingOf } from '@runnel/decipher/encodings'
import { type Advance, countUp } from '../advance.ts'
import { openCounts, openModel } from '../open-model.ts'
import { openFrontDoor } from '../peers/front-door.ts'
import type { Report } from '../report.ts'
import { readCases } from './read-cases.ts'
import { listWrong, runCases } from './run-cases.ts'
import { smallInputs } from './small-inputs.ts'
import { casesTable } from './table.ts'

const PAGE = 'docs/open-world.md'
const SEED = 15

/**
 * Ciphertexts of people who needed them read, and small inputs that once failed.
 *
 * `--cases FOLDER` holds `cases.jsonl` and `flags.txt` (without it, the small inputs alone), `--list FILE` takes what
 * came out wrong, `--model FILE` another net; with `--listed` no key is sought that cannot be listed.
 */
export const cases = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      cases: { type: 'string' },
      list: { type: 'string' },
      model: { type: 'string' },
      listed: { type: 'boolean', default: false },
    },
  })
  const decipherer = values.listed
    ? createDecipherer({
        model: await openModel('english', values.model),
        counts: await openCounts(),
        encoding: encodingOf('auto'),
      })
    : await openFrontDoor(values.model)
  const real = values.cases === undefined ? [] : readCases(values.cases, SEED)
  const counter = countUp(advance, real.length + smallInputs.length, 'cases')
  const ran = runCases(decipherer, real, counter)
  const small = runCases(decipherer, smallInputs, counter)
  if (values.list !== undefined) writeFileSync(values.list, listWrong([...ran, ...small]))
  const tables = [casesTable('Small inputs', 'Inputs that once came out wrong, and their kin.', small)]
  if (ran.length > 0) {
    const about = `Ciphertexts from puzzles, newspapers and issues; flags under random shifts (seed ${SEED}).`
    tables.unshift(casesTable('Real ciphertexts', about, ran))
  }
  return tables.map((table) => ({ ...table, page: PAGE }))
}
