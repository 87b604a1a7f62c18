import { parseArgs } from 'node:util'
import { createRandom } from '@runnel/core'
import { createHomophonic } from '@runnel/core/ciphers'
import { createDecipherer, loadCounts } from '@runnel/decipher'
import { createHomophonicSearch } from '@runnel/decipher/homophonic'
import { englishLetters } from '@runnel/models/english-letters'
import { englishWords } from '@runnel/models/english-words'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { number, percent } from '../figures.ts'
import { drawPassage } from '../live/streams.ts'
import type { Report } from '../report.ts'
import { type Followed, followSymbols, type SymbolStream } from './follow-symbols.ts'
import * as zodiac from './zodiac-408.ts'

const PAGE = 'docs/homophonic.md'
const SEED = 29
/** The budget of the service (apps/edge-worker/src/work/constants.ts). */
const AT_THE_EDGE = { moves: 400_000, runs: 2 }
/** Wrong letters of a text that counts as solved, as a share. */
const SOLVED = 0.1
/** A kind of random ciphers. */
interface Kind {
  readonly size: number
  readonly letters: number
  readonly layout: 'no spaces' | 'words'
}

const KINDS: readonly Kind[] = [
  { size: 54, letters: 400, layout: 'no spaces' },
  { size: 54, letters: 300, layout: 'no spaces' },
  { size: 54, letters: 200, layout: 'no spaces' },
  { size: 40, letters: 300, layout: 'no spaces' },
  { size: 40, letters: 150, layout: 'no spaces' },
  { size: 70, letters: 600, layout: 'no spaces' },
  { size: 54, letters: 200, layout: 'words' },
]

/**
 * Homophonic substitutions of unknown key: Zodiac 408 under several seeds, and random ciphers.
 *
 * `--count N` ciphers a row, `--seeds N` of Zodiac 408, `--edge` with the budget that the service has, `--text moby-dick` for the text that constants are chosen on.
 */
export const homophonic = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '100' },
      seeds: { type: 'string', default: '10' },
      edge: { type: 'boolean', default: false },
      text: { type: 'string', default: englishTexts[0] },
    },
  })
  const source = openEnglishText(values.text)
  const [text, count, seeds] = [source.read(), Number(values.count), Number(values.seeds)]
  const counts = { words: await loadCounts(englishWords), letters: await loadCounts(englishLetters) }
  const budget = values.edge ? AT_THE_EDGE : {}
  const decipherers = (seed: number) =>
    createDecipherer({ cipher: createHomophonicSearch({ ...counts, seed, ...budget }) })
  const counter = countUp(advance, seeds + KINDS.length * count, 'streams')
  const ofZodiac = Array.from({ length: seeds }, (_, seed) => {
    counter(1)
    return followSymbols(decipherers(seed + 1), zodiac)
  })
  const decipherer = decipherers(1)
  const rows = [
    row('Zodiac 408', ofZodiac),
    ...KINDS.map(({ size, letters, layout }) => {
      const random = createRandom(SEED)
      const all = Array.from({ length: count }, () => {
        counter(1)
        return followSymbols(decipherer, drawCipher(text, random, { size, letters, layout }))
      })
      return row(`${size} symbols, ${letters} letters${layout === 'words' ? ', spaces' : ''}`, all)
    }),
  ]
  return [
    {
      page: PAGE,
      title: 'Homophonic substitutions of unknown key',
      about:
        `Zodiac 408 under ${seeds} seeds, and ${number(count)} random ciphers a row (${source.title}; seed ${SEED}), symbols by ` +
        'the frequency of letters and drawn at random. Solved: at most 10 % of the letters wrong at the end. Live: share of ' +
        'letters final before the end, wrong ones among 10,000 of them, and the letter at which the key was first found in ' +
        'the median. CPU: seconds of the process for a whole text, its median, and the longest that 8 symbols took.',
      columns: [
        'cipher',
        'solved',
        'at most 3 % wrong',
        'wrong',
        'final',
        'wrong of 10,000',
        'found at',
        'CPU s',
        'longest',
      ],
      rows,
    },
  ]
}

const drawCipher = (
  text: string,
  random: ReturnType<typeof createRandom>,
  { size, letters, layout }: Kind,
): SymbolStream => {
  const { generateKey, encrypt } = createHomophonic()
  const plaintext =
    layout === 'words'
      ? drawPassage(text, random, { letters })
          .toLowerCase()
          .replace(/['’]/g, '')
          .replace(/[^a-z]+/g, ' ')
          .trim()
      : drawPassage(text, random, { letters, layout })
  return { plaintext, ciphertext: encrypt(plaintext, generateKey(random, { size }), random) }
}

const row = (name: string, all: readonly Followed[]): string[] => {
  const share = (most: number): string =>
    percent(all.filter(({ wrong }) => wrong <= most).length / all.length, 0)
  const mean = (of: (one: Followed) => number): number =>
    all.reduce((sum, one) => sum + of(one), 0) / all.length
  const final = mean((one) => one.final)
  const found = all.flatMap((one) => one.found ?? [])
  return [
    name,
    share(SOLVED),
    share(0.03),
    percent(mean((one) => one.wrong)),
    percent(final, 0),
    final > 0 ? ((10_000 * mean((one) => one.finalsWrong)) / final).toFixed(1) : '',
    found.length > all.length / 2 ? number(median(found)) : '',
    median(all.map((one) => one.seconds)).toFixed(1),
    Math.max(...all.map((one) => one.longest)).toFixed(1),
  ]
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
