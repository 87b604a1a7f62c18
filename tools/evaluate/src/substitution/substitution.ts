import { parseArgs } from 'node:util'
import { createRandom, type Random } from '@runnel/core'
import { createDecipherer } from '@runnel/decipher'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { number, percent } from '../figures.ts'
import { drawStream, type Stream } from '../live/streams.ts'
import { openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { added, calibrationOf, DOUBTS, follow, type Standing, TIMES } from './follow.ts'
import { openLetterCounts, openSearch } from './open-search.ts'
import { createScorer, type Scorer } from './scorer.ts'
import { anneal, climb, jakobsen, type Solver } from './solvers.ts'

const PAGE = 'docs/substitution.md'
const SEED = 23
const USUAL_PLACES = [20, 30, 40, 50, 75, 100, 150, 200]
/** Letters from which on it is told how sure of those that wait. */
const WAITING_FROM = 75
/** Letters after a change of key. */
const AFTER = [0, 10, 20, 40, 100, 200, 400, 600]
const layouts = ['as written', 'no spaces'] as const
const wholeTextSolvers: Record<string, Solver> = {
  'annealing, 60,000 swaps': anneal(),
  Jakobsen: jakobsen,
  'hill climbing, 10 restarts': climb(),
}

/**
 * Letters of a substitution of unknown key that are read right, beside solvers of whole texts.
 *
 * `--noise SHARE` of letters replaced by random ones before they are enciphered, `--change LETTER` at which another key
 * begins; `--count N` streams a layout, `--solved N` of them for the solvers of whole texts too (all unless given), `--text moby-dick` for the text that constants are chosen on, `--width N`, `--words` with a list of
 * words for text with spaces too, `--large` with that, the larger counts and 100,000 partial keys, `--alone` without the solvers.
 */
export const substitution = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '500' },
      text: { type: 'string', default: englishTexts[0] },
      width: { type: 'string' },
      large: { type: 'boolean', default: false },
      words: { type: 'boolean', default: false },
      solved: { type: 'string' },
      alone: { type: 'boolean', default: false },
      noise: { type: 'string', default: '0' },
      change: { type: 'string', default: '0' },
    },
  })
  const source = openEnglishText(values.text)
  const [text, count, change] = [source.read(), Number(values.count), Number(values.change)]
  const places = change > 0 ? AFTER.map((letters) => change + letters) : USUAL_PLACES
  const counts = await openLetterCounts(values.large)
  const decipherer = createDecipherer({
    model: await openModel('english'),
    cipher: await openSearch({
      isLarge: values.large,
      knowsWords: values.words || values.large,
      width: values.width === undefined ? undefined : Number(values.width),
    }),
  })
  const solvers = values.alone ? {} : wholeTextSolvers
  const solvedCount = Math.min(count, Number(values.solved ?? count))
  const counter = countUp(advance, layouts.length * count, 'streams')
  const [wrong, told, waiting]: string[][][] = [[], [], []]
  for (const layout of layouts) {
    const random = createRandom(SEED)
    // Of its own, so that the streams are the same whoever else reads them.
    const solversRandom = createRandom(SEED)
    const scorer = createScorer(layout === 'no spaces' ? counts.letters : counts.words)
    const standings: Standing[][] = places.map(() => [])
    const solved = Object.keys(solvers).map(() => places.map(() => 0))
    for (let i = 0; i < count; i++) {
      const stream = drawWith(text, random, { layout, noise: Number(values.noise), change })
      follow(decipherer, stream, places).forEach((standing, at) => {
        standings[at].push(standing)
      })
      if (i < solvedCount)
        Object.values(solvers).forEach((solve, row) => {
          places.forEach((letters, at) => {
            solved[row][at] +=
              wrongBySolver(solve, stream, { letters, scorer, random: solversRandom }) / solvedCount
          })
        })
      counter(1)
    }
    wrong.push([
      layout,
      'Runnel, live',
      ...standings.map((all) => percent(mean(all.map((one) => one.wrong / one.letters)))),
    ])
    Object.keys(solvers).forEach((name, row) => {
      const of = solvedCount < count ? `${name} (the first ${solvedCount} streams)` : name
      wrong.push([layout, of, ...solved[row].map((share) => percent(share))])
    })
    told.push(...rowsOf(layout, standings, places))
    waiting.push(...waitingRows(layout, added(standings.slice(places.indexOf(WAITING_FROM)).flat())))
  }
  const about = `${number(count)} streams for each layout (${source.title}; seed ${SEED}), each under a key of its own; `
  return [
    {
      page: PAGE,
      title: 'Letters read wrong',
      about:
        `${about}share of the letters of the whole prefix that are read wrong, after so many letters. The solvers are given ` +
        'the prefix as a whole, and score it by the same counts.',
      columns: ['layout', 'by', ...places.map((letters) => `${letters}`)],
      rows: wrong,
    },
    {
      page: PAGE,
      title: 'Finals, calibration, time',
      about:
        `${about}the same sessions, a unit at a time, \`commit\` 0.999. Calibration error: of the confidence of all letters, ` +
        'finals counting as certain, in 10 bins. CPU: of the process, for a letter since the place before.',
      columns: ['layout', '', ...places.map((letters) => `${letters}`)],
      rows: told,
    },
    ...(change > 0 ? [] : [waitingReport(about, waiting)]),
  ]
}

const waitingReport = (about: string, rows: string[][]): Report => ({
  page: PAGE,
  title: 'How sure of letters that wait',
  about:
    `${about}letters that are not final after ${WAITING_FROM} letters and at each later place of the tables above, by how often ` +
    'each has come in the text so far and how doubtful it is said to be: the share of them that is wrong, and that which is said to be.',
  columns: ['layout', 'has come', ...DOUBTS.map((from) => `doubt from ${percent(from, 1)}`)],
  rows,
})

const TIMES_IN_WORDS = ['once', '2 or 3 times', '4 times and more']

const waitingRows = (layout: string, { waiting }: Standing): string[][] =>
  TIMES.map((_, row) => [
    layout,
    TIMES_IN_WORDS[row],
    ...waiting
      .slice(row * DOUBTS.length, (row + 1) * DOUBTS.length)
      .map(({ letters, doubt, wrong }) =>
        letters === 0
          ? ''
          : `${percent(wrong / letters)} (${percent(doubt / letters)}) of ${number(letters)}`,
      ),
  ])

const rowsOf = (layout: string, standings: readonly Standing[][], places: readonly number[]): string[][] => {
  const sums = standings.map(added)
  const row = (name: string, cell: (sum: Standing, at: number) => string): string[] => [
    layout,
    name,
    ...sums.map(cell),
  ]
  const newLetters = (at: number): number => places[at] - (places[at - 1] ?? 0)
  return [
    row('final', ({ finals, letters }) => percent(finals / letters, 1)),
    row('wrong of 10,000 finals', ({ finals, finalsWrong }) =>
      finals > 0 ? ((10_000 * finalsWrong) / finals).toFixed(1) : '',
    ),
    row('calibration error', (sum) => calibrationOf(sum).toFixed(4)),
    row('told as unknown', ({ unknown }, at) => percent(unknown / standings[at].length, 1)),
    row('ms of CPU a letter', ({ milliseconds }, at) =>
      (milliseconds / standings[at].length / newLetters(at)).toFixed(2),
    ),
  ]
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** A stream of 200 letters under one key, or of 600 after a change of key. */
const drawWith = (
  text: string,
  random: Random,
  { layout, noise, change }: { layout: (typeof layouts)[number]; noise: number; change: number },
): Stream => {
  const draw = (letters: number): Stream =>
    drawStream(text, random, { letters, layout, noise, ciphers: ['substitution'] })
  if (change === 0) return draw(200)
  const [before, after] = [draw(change), draw(600)]
  const between = layout === 'no spaces' ? '' : ' '
  const both = (part: 'plaintext' | 'ciphertext'): string => before[part] + between + after[part]
  return { ...before, plaintext: both('plaintext'), ciphertext: both('ciphertext') }
}

/** Share of the first letters of a stream that a solver reads wrong. */
const wrongBySolver = (
  solve: Solver,
  { plaintext, ciphertext }: Stream,
  { letters, scorer, random }: { letters: number; scorer: Scorer; random: Random },
): number => {
  const pairs: [read: number, cipher: number][] = []
  for (let at = 0, count = 0; count < letters; at++) {
    if (/['’]/.test(plaintext[at])) continue
    const isLetter = /[a-z]/i.test(plaintext[at])
    if (isLetter) count++
    else if (pairs.length === 0 || pairs[pairs.length - 1][0] === 26) continue
    const symbolOf = (unit: string): number => (isLetter ? unit.toLowerCase().charCodeAt(0) - 97 : 26)
    pairs.push([symbolOf(plaintext[at]), symbolOf(ciphertext[at])])
  }
  const key = solve(
    Uint8Array.from(pairs, ([, cipher]) => cipher),
    scorer,
    random,
  )
  return pairs.filter(([plain, cipher]) => plain !== 26 && key[cipher] !== plain).length / letters
}
