import { parseArgs } from 'node:util'
import { createDecipherer, loadCounts } from '@runnel/decipher'
import { keyFinders } from '@runnel/decipher/ciphers'
import { englishWordsLarge } from '@runnel/models/english-words-large'
import { type Advance, countUp } from '../advance.ts'
import { openEnglishText } from '../english-text.ts'
import { quantile } from '../live/measures.ts'
import { isLetter } from '../live/streams.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { drawStreams, type Row } from './streams.ts'

const SEED = 18
/** Units of a stream after which its key is certain. */
const AFTER = 2000
/** Letters with which keys are sought anew, and letters of a stream. */
const [SOUGHT, LOCKED] = [[10, 15, 20, 30, 40, 60, 75, 100], 12_000] as const
/** Streams of each layout that are read before anything is measured. */
const WARMING = { count: 5, seed: 1, letters: LOCKED }

const rows: readonly Row[] = (['as written', 'no spaces'] as const).flatMap((layout) =>
  [8, 20].map((period) => ({ cipher: 'vigenere', layout, period })),
)

/**
 * CPU time of one search over all periods, with so many letters, of the streams whose key was not certain by then, and of a letter
 * once it is; and bytes of the largest snapshot. `--count N` streams a row.
 */
export const periodicSpeed = async (advance: Advance, words: readonly string[]): Promise<Report> => {
  const { values } = parseArgs({ args: [...words], options: { count: { type: 'string', default: '20' } } })
  const count = Number(values.count)
  const text = openEnglishText('moby-dick').read()
  const means = { model: await openModel('english'), counts: await openCounts() }
  const spaceless = await loadCounts(englishWordsLarge)
  const decipherer = createDecipherer({ ...means, cipher: keyFinders.vigenere({ spaceless }) })
  const counter = countUp(advance, rows.length * count, 'streams')
  // Tables of costs are made with the first search, and code is compiled while it runs.
  for (const layout of ['as written', 'no spaces'] as const) {
    for (const { ciphertext } of drawStreams(text, { ...rows[0], layout }, WARMING)) {
      decipherer.createSession().push(ciphertext)
    }
  }
  return {
    page: 'docs/periodic.md',
    title: 'Time and memory',
    about:
      'CPU time of the letter with which keys of all periods are sought anew, after so many letters, in ms: mean over the streams whose key was not ' +
      `certain by then; of a letter once it was, in µs, median of the streams, the first ${AFTER} letters of ${LOCKED} left out; bytes of the largest snapshot before. Vigenère, ${count} streams a row (Moby-Dick; seed ${SEED}).`,
    columns: ['text', 'period', ...SOUGHT.map(String), 'certain, µs', 'snapshot'],
    rows: rows.map((row) => {
      const streams = drawStreams(text, row, { count, seed: SEED, letters: LOCKED })
      const taken = SOUGHT.map((): number[] => [])
      const certain: number[] = []
      let snapshot = 0
      for (const { ciphertext } of streams) {
        const session = decipherer.createSession()
        let [read, at, isCertain] = [0, 0, false]
        for (; read < 100 && !isCertain; at++) {
          const before = process.cpuUsage()
          const events = session.push(ciphertext[at])
          const { user, system } = process.cpuUsage(before)
          if (!isLetter(ciphertext[at])) continue
          read++
          isCertain = events.every(({ type }) => type !== 'interim') && read > 20
          const which = SOUGHT.indexOf(read as (typeof SOUGHT)[number])
          if (which === -1) continue
          taken[which].push((user + system) / 1000)
          snapshot = Math.max(snapshot, session.snapshot().length)
        }
        session.push(ciphertext.slice(at, AFTER))
        const before = process.cpuUsage()
        const rest = ciphertext.slice(AFTER)
        session.push(rest)
        const { user, system } = process.cpuUsage(before)
        certain.push((user + system) / Array.from(rest).filter((unit) => isLetter(unit)).length)
        session.free()
        counter(1)
      }
      const means = taken.map((all) =>
        all.length === 0 ? '' : (all.reduce((sum, one) => sum + one, 0) / all.length).toFixed(0),
      )
      return [row.layout, String(row.period), ...means, quantile(certain, 0.5).toFixed(1), String(snapshot)]
    }),
  }
}
