import { tokenizerOf } from '@runnel/rnn-model'
import { languageConfig } from '../language/language-config.ts'
import {
  type LanguageTrained,
  LEARNING_RATE,
  measureLanguage,
  trainLanguage,
} from '../language/train-language.ts'
import { lineChart } from '../line-chart.ts'
import type { Answer, LabContext, Question } from '../question.ts'
import { longestLearned, sweepLags } from '../recall/longest-lag.ts'
import { recallConfig } from '../recall/train-recall.ts'
import { startWeights } from '../start-weights.ts'

const UNITS = 32
const CELL = 'gru'
/** Steps that gradients go back; the last one stands for all. */
const WINDOWS: readonly number[] = [1, 2, 5, 10, 20, 50, 200]
const FULL = 200
const CHARACTERS = 1_280_000
/** Streams side by side, where updates are cheaper for a smaller k. */
const BATCH = 32
/** Characters in an update, where all k make as many updates. */
const EQUAL = 1600
const LAGS = [1, 2, 3, 4, 5, 7, 9, 12, 15, 19, 25, 30, 40, 49, 60, 80, 100, 160, 240, 320, 480]
const UPDATES = 1000

/** Figures of one k. */
interface Truncated extends Omit<LanguageTrained, 'definition'> {
  window: number
  /** A character, on text that was not learned from. */
  bits: number
  /** The same after updates of equal size, and so equally many for every k. */
  bitsOfEqual: number
  lag: number
}

/** The fourth question: truncated back-propagation through time. */
export const truncation: Question = {
  title: 'Truncated back-propagation through time',
  async answer(context) {
    const { learn, held, source } = await context.readText(CHARACTERS, (done) =>
      context.advance(0.1 * done, 'writing text'),
    )
    const { encode } = tokenizerOf(languageConfig(CELL, UNITS))
    const [ids, heldIds] = [encode(learn), encode(held)]
    const found: Truncated[] = []
    for (const [i, window] of WINDOWS.entries()) {
      const advance = (part: number, what: string) =>
        context.advance(0.1 + (0.9 * (i + part)) / WINDOWS.length, `k = ${nameOf(window)}: ${what}`)
      const learned = (batch: number, from: number) =>
        truncatedLanguage(window, batch, ids, heldIds, context, (done) => advance(from + done / 4, 'text'))
      const language = await learned(BATCH, 0)
      const { bits: bitsOfEqual } = await learned(EQUAL / window, 0.25)
      const lag = await truncatedLag(window, context, (at) => advance(0.5 + 0.5 * (at / 500), `lag ${at}`))
      found.push({ window, lag, bitsOfEqual, ...language })
    }
    return toAnswer(found, source, context.seed)
  },
}

/** Learns to foretell letters with gradients that go `window` steps back. */
const truncatedLanguage = async (
  window: number,
  batch: number,
  ids: Uint16Array,
  heldIds: Uint16Array,
  { seed, signal }: Pick<LabContext, 'seed' | 'signal'>,
  advance: (done: number) => void,
): Promise<Omit<Truncated, 'window' | 'lag' | 'bitsOfEqual'>> => {
  const { definition, ...trained } = await trainLanguage({
    definition: startWeights(languageConfig(CELL, UNITS), seed),
    ids,
    window,
    batch,
    characters: CHARACTERS,
    learningRate: LEARNING_RATE,
    signal,
    advance,
  })
  const { bits } = await measureLanguage(definition, heldIds)
  return { ...trained, bits }
}

/** The longest lag learned with such gradients. */
export const truncatedLag = async (
  window: number,
  { seed, signal }: Pick<LabContext, 'seed' | 'signal'>,
  advance: (lag: number) => void = () => {},
): Promise<number> => {
  const start = (own: number) => startWeights(recallConfig(CELL, UNITS), own)
  const sizes = window === FULL ? {} : { truncation: window }
  return longestLearned(
    await sweepLags({ start, lags: LAGS, ...sizes, updates: UPDATES, seed, signal, advance }),
  )
}

const nameOf = (window: number): string => (window === FULL ? `full (${FULL})` : String(window))

const toAnswer = (found: readonly Truncated[], source: string, seed: number): Answer => {
  const [first, whole] = [found[0], found[found.length - 1]]
  const best = found.reduce((a, b) => (b.bits < a.bits ? b : a))
  const bestOfEqual = found.reduce((a, b) => (b.bitsOfEqual < a.bitsOfEqual ? b : a))
  const beyond = found.filter(({ window, lag }) => lag > window - 1 && window !== FULL)
  return {
    finding: `An update costs ${(whole.millisecondsPerUpdate / first.millisecondsPerUpdate).toFixed(0)} times less at k = 1 than at k = ${FULL}, and after the same ${CHARACTERS.toLocaleString('en')} characters k = ${nameOf(best.window)} foretells text best (${best.bits.toFixed(3)} bits a character), after equally many updates k = ${nameOf(bestOfEqual.window)}; the longest lag learned goes from ${first.lag} (k = 1) to ${whole.lag} (full).`,
    assignment:
      'It says that updates are cheaper, which holds, and that dependencies longer than k are lost, which is ' +
      (beyond.length > 0
        ? `not quite so: with ${beyond.map(({ window, lag }) => `k = ${window} a lag of ${lag}`).join(', with ')} was learned, beyond what any gradient saw. The state is carried although the gradient is not, so an echo of the cue arrives, and the output layer can learn to read it. What truncation loses is learning to keep; what the state happens to keep is still used.`
        : 'what was found here: no lag beyond k − 1 was learned.'),
    about: [
      `A GRU of ${UNITS} units. Text: ${source}; each k reads the same ${CHARACTERS.toLocaleString('en')} characters in ${BATCH} streams, states carried from window to window, so that a smaller k makes more and cheaper updates. The third figure takes the number of updates out of it: each is made from ${EQUAL.toLocaleString('en')} characters in ${EQUAL.toLocaleString('en')} / k streams. Adam from ${LEARNING_RATE}; bits on text not learned from. A live text has no end, so nothing can go back all the way: full is windows of ${FULL} there, and the whole sequence in the recall task. Times are those of the quickest update on the machine that made this page, and are not compared; memory is what the kernels reserve: weights, moments and one window.`,
      `Longest lag learned: a letter of eight has to be given again after that many steps of other letters, 90 % right over 20 updates of 32 new sequences, within ${UPDATES} updates at a learning rate of 0.003 or else 0.01, with this seed or else the next. The sequence is cut into windows of k, the last one ending where the letter is asked for, so that the gradient reaches a cue up to k − 1 steps back. Lags tried: ${LAGS.join(', ')}. Seed ${seed}.`,
    ],
    tables: [
      {
        columns: [
          { title: 'k' },
          { title: 'bits a character', tolerance: { absolute: 0.05 } },
          { title: 'updates', tolerance: { absolute: 0 } },
          { title: `bits after ${CHARACTERS / EQUAL} updates`, tolerance: { absolute: 0.05 } },
          { title: 'ms an update' },
          { title: 'µs a character' },
          { title: 'memory, KiB', tolerance: { relative: 0.01 } },
          { title: 'longest lag learned', tolerance: { absolute: 2, relative: 0.35 } },
        ],
        rows: found.map(({ window, bits, updates, bitsOfEqual, millisecondsPerUpdate, bytes, lag }) => [
          nameOf(window),
          bits.toFixed(3),
          updates.toLocaleString('en'),
          bitsOfEqual.toFixed(3),
          millisecondsPerUpdate.toPrecision(2),
          ((1000 * millisecondsPerUpdate) / (window * BATCH)).toFixed(2),
          (bytes / 1024).toFixed(0),
          lag === LAGS.at(-1) ? `${lag} (longest tried)` : String(lag),
        ]),
      },
    ],
    plots: [
      {
        name: 'truncation',
        title: 'Longest lag learned against k',
        svg: lineChart({
          title: 'Longest lag learned with gradients of k steps',
          x: { label: 'k, steps that a gradient goes back', logarithmic: true },
          y: { label: 'lag, time steps' },
          series: [
            { label: 'learned', points: found.map(({ window, lag }) => ({ x: window, y: lag })) },
            {
              label: 'k − 1, what a gradient reaches',
              points: found.slice(0, -1).map(({ window }) => ({ x: window, y: window - 1 })),
            },
          ],
        }),
      },
    ],
  }
}
