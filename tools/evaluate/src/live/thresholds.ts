import { createRandom } from '@runnel/core'
import { mobyDick } from '@runnel/corpus'
import type { Counts } from '@runnel/decipher'
import { countSteps } from '@runnel/decipher/testing'
import type { RnnModel } from '@runnel/rnn-model'
import { number, percent } from '../figures.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { runnel } from './contender.ts'
import { findKeys, quantile, runSessions } from './measures.ts'
import { drawStream, type Layout, meaningOf, type Stream, type StreamOptions } from './streams.ts'

const PAGE = 'docs/live-inference.md'
const SEED = 11
const STREAMS = 2000
const LETTERS = 100

/** The price of the search's thresholds, on the text that they are chosen by: Moby-Dick, never the test text. */
export const liveThresholds = async (advance: (done: number) => void): Promise<Report[]> => {
  const model = await openModel('english')
  const counts = await openCounts()
  const text = mobyDick.read()
  const drop = dropTable({ model, counts }, text, (done) => advance(done / 2))
  const gap = gapTable({ model, counts }, text, (done) => advance((1 + done) / 2))
  return [drop, gap].map((report) => ({ ...report, page: PAGE }))
}

const draw = (text: string, count: number, options: StreamOptions): Stream[] => {
  const random = createRandom(SEED)
  return Array.from({ length: count }, () => drawStream(text, random, options))
}

/** A net, and the counts beside it. */
interface Reader {
  model: RnnModel
  counts: Counts
}

const dropTable = ({ model, counts }: Reader, text: string, advance: (done: number) => void): Report => {
  const layouts: Layout[] = ['as written', 'no spaces']
  const streams = layouts.map((layout) => draw(text, STREAMS, { letters: LETTERS, layout }))
  const drops = [1e-3, 1e-4, 1e-5, 1e-6, 1e-8]
  const rows = drops.map((drop, row) => {
    advance(row / drops.length)
    const lost = (all: readonly Stream[], rate: number) => {
      const counted = countSteps(model)
      const options = {
        model: counted.model,
        counts,
        cipher: 'caesar' as const,
        search: { drop },
        keyChange: { rate },
      }
      const { right } = findKeys(runnel('', options), all, LETTERS)
      const units = all.reduce((sum, { ciphertext }) => sum + ciphertext.length, 0)
      return { share: percent(1 - right[LETTERS - 1]), steps: (counted.steps() / units).toFixed(2) }
    }
    const [forGood, noSpaces] = streams.map((all) => lost(all, 0))
    const back = lost(streams[0], 2e-6)
    return [power(drop), forGood.share, noSpaces.share, back.share, back.steps]
  })
  return {
    title: 'What dropping keys costs',
    about:
      `${number(STREAMS)} streams of ${LETTERS} letters from Moby-Dick for each figure (seed ${SEED}): the share whose best ` +
      'key is wrong at the end. A key dropped for good is lost; a change of key brings it back.',
    columns: [
      'dropped below',
      'lost for good (no change of key expected)',
      'the same, no spaces',
      'lost, `keyChange.rate` as it is',
      'net steps a character',
    ],
    rows,
  }
}

const gapTable = ({ model, counts }: Reader, text: string, advance: (done: number) => void): Report => {
  const streams = draw(text, STREAMS / 4, { letters: 4000, changeRate: 1 / 1000 })
  const units = streams.reduce((sum, { ciphertext }) => sum + ciphertext.length, 0)
  const gaps = [32, 64, 96, 128, 192]
  const rows = gaps.map((gap, row) => {
    advance(row / gaps.length)
    const counted = countSteps(model)
    const options = {
      model: counted.model,
      counts,
      cipher: 'caesar',
      watch: 'adaptive',
      search: { gap },
    } as const
    // Enough delay for a gap, the word that the probe starts at, and the probe.
    const run = runSessions({ ...options, commit: { maxDelay: gap + 32 } }, streams, ({ cipher, key }) =>
      meaningOf(cipher, key),
    )
    const { relock, finals, finalsWrong } = run
    return [
      String(gap),
      (counted.steps() / units).toFixed(3),
      `${quantile(relock, 0.5)}, ${quantile(relock, 0.9)}`,
      `1 in ${number(finals / finalsWrong)}`,
    ]
  })
  return {
    title: 'What looking away costs',
    about:
      `\`watch: 'adaptive'\` over ${number(streams.length)} streams of 4,000 letters from Moby-Dick (seed ${SEED}), the key ` +
      'changing every 1,000 letters on average.',
    columns: [
      'letters between probes',
      'net steps a character',
      'change found within, median, p90',
      'finals wrong',
    ],
    rows,
  }
}

const power = (value: number): string => `10⁻${'⁰¹²³⁴⁵⁶⁷⁸⁹'[Math.round(-Math.log10(value))]}`
