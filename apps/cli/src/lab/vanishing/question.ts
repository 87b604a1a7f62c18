import { tokenizerOf } from '@runnel/rnn-model'
import { type LineChart, lineChart } from '../../line-chart.ts'
import { languageConfig } from '../language/language-config.ts'
import { trainLanguage } from '../language/train-language.ts'
import type { Answer, LabContext, Question } from '../question.ts'
import { longestLearned, type SweptLag, sweepLags } from '../recall/longest-lag.ts'
import { recallConfig } from '../recall/train-recall.ts'
import { type StartOptions, startWeights } from '../start-weights.ts'
import { firstBelow, gradientDecay } from './gradient-decay.ts'

export const UNITS = 32
const NORMS = [0.5, 1, 1.5]
const CELLS = ['simple-rnn', 'gru', 'lstm']
/** How far back gradients are followed. */
const STEPS = 100
/** Below this part of its size a gradient counts as gone. */
const GONE = 0.01
const CHARACTERS = 400_000
export const LAGS: readonly number[] = [5, 10, 15, 20, 30, 40, 60, 80, 120, 160, 240, 320, 480]
export const UPDATES = 1500

/** What is made to remember. */
export const RECALLED: readonly (StartOptions & { name: string; cell: string })[] = [
  { name: 'SimpleRNN', cell: 'simple-rnn' },
  { name: 'GRU', cell: 'gru' },
  { name: 'LSTM, forget bias 0', cell: 'lstm' },
  { name: 'LSTM, forget bias 1', cell: 'lstm', forgetBias: 1 },
]
const SHOWN: Record<string, string> = { 'simple-rnn': 'SimpleRNN', gru: 'GRU', lstm: 'LSTM' }

interface Decay {
  cell: string
  norm: number
  before: number[]
  after: number[]
}

/** The second question: how gradients fade, and how long a lag each cell learns. */
export const vanishing: Question = {
  title: 'Why long dependencies are hard to learn',
  async answer(context) {
    const decays = await measureDecays(context)
    const swept: { name: string; lags: SweptLag[] }[] = []
    for (const [i, { name, cell, ...start }] of RECALLED.entries()) {
      const { seed, signal } = context
      const definition = startWeights(recallConfig(cell, UNITS), seed, start)
      const advance = (lag: number) =>
        context.advance(0.3 + 0.7 * ((i + lag / 500) / RECALLED.length), `${name}: lag ${lag}`)
      swept.push({
        name,
        lags: await sweepLags({ definition, lags: LAGS, updates: UPDATES, seed, signal, advance }),
      })
    }
    return toAnswer(decays, swept, context.seed)
  },
}

/** Decay for each cell and norm, before and after it has learned to foretell letters. */
const measureDecays = async ({ seed, signal, readText, advance }: LabContext): Promise<Decay[]> => {
  const { learn, held } = await readText(CHARACTERS)
  const found: Decay[] = []
  for (const cell of CELLS) {
    for (const norm of NORMS) {
      const what = `${SHOWN[cell]}: norm ${norm}`
      const done = found.length / (CELLS.length * NORMS.length)
      advance(0.3 * done, what)
      const config = languageConfig(cell, UNITS)
      const { encode } = tokenizerOf(config)
      const definition = startWeights(config, seed, { norm })
      const ids = encode(held)
      const trained = await trainLanguage({
        definition,
        ids: encode(learn),
        window: 50,
        batch: 32,
        characters: CHARACTERS,
        learningRate: 0.005,
        signal,
        advance: (part) => advance(0.3 * (done + part / 9), what),
      })
      const before = gradientDecay(definition, ids, STEPS)
      found.push({ cell, norm, before, after: gradientDecay(trained.definition, ids, STEPS) })
    }
  }
  return found
}

const toAnswer = (
  decays: readonly Decay[],
  swept: readonly { name: string; lags: SweptLag[] }[],
  seed: number,
): Answer => {
  const longest = swept.map(({ name, lags }) => ({ name, lag: longestLearned(lags) }))
  const simple = longest[0].lag
  const far = (norms: number[]): string => String(firstBelow(norms, GONE) ?? `over ${STEPS}`)
  return {
    finding: `Within ${UPDATES} updates the longest lag learned was ${longest.map(({ name, lag }) => `${lag} (${name})`).join(', ')}.`,
    assignment: `It says that learning saturates beyond about 10 steps. ${
      simple > 10
        ? `That is too pessimistic as a number: a SimpleRNN of ${UNITS} units whose W_hh begins orthogonal learned a lag of ${simple}.`
        : `A SimpleRNN of ${UNITS} units learned a lag of ${simple}.`
    } It holds as a tendency: the norms above show how fast the gradient of a SimpleRNN fades, and that its reach depends on the norm of W_hh. No number of steps is a law.`,
    about: [
      `‖∂h_t/∂h_{t−k}‖ is the spectral norm of the product of k Jacobians, each found by differentiating the cell's equations (tests compare them with differences), while a net of ${UNITS} units reads text; geometric mean over 6 places. For the LSTM the state is h and c together, since what it remembers travels in c. W_hh begins orthogonal, each gate's block times the norm given. After: trained to foretell the next letter, ${CHARACTERS.toLocaleString('en')} characters, windows of 50, Adam from 0.005. Gone means below ${GONE}.`,
      `Recall: a letter of eight, then other letters at random, then a question mark at which the first letter has to be given, so that chance is 12.5 %; gradients go back through the whole sequence. Learned means at least 90 % right over 20 updates of 32 new sequences, within ${UPDATES} updates, at a learning rate of 0.003 or else 0.01. Lags tried: ${LAGS.join(', ')}; the first that is not learned ends the sweep. Seed ${seed}; one seed, so that a neighbouring lag may fall to either side with another.`,
    ],
    tables: [
      {
        title: 'Gradients against distance',
        columns: [
          { title: 'cell' },
          { title: 'norm of W_hh' },
          ...['before: norm at k = 10', 'after: norm at k = 10'].map((title) => ({
            title,
            tolerance: { relative: 0.2 },
          })),
          ...['before: gone at k', 'after: gone at k'].map((title) => ({
            title,
            tolerance: { absolute: 3, relative: 0.1 },
          })),
        ],
        rows: decays.map(({ cell, norm, before, after }) => [
          SHOWN[cell],
          String(norm),
          before[9].toPrecision(3),
          after[9].toPrecision(3),
          far(before),
          far(after),
        ]),
      },
      {
        title: 'Longest lag learned',
        columns: [
          { title: 'cell' },
          { title: 'longest lag learned', tolerance: { relative: 0.35 } },
          { title: 'updates it took', tolerance: { relative: 0.5 } },
          { title: 'first lag not learned', tolerance: { relative: 0.35 } },
          { title: 'right there, %', tolerance: { absolute: 25 } },
        ],
        rows: swept.map(({ name, lags }) => {
          const last = lags.findLast(({ learned }) => learned)
          const failed = lags.find(({ learned }) => !learned)
          return [
            name,
            String(last?.lag ?? 0),
            last ? String(last.updates) : '–',
            failed ? String(failed.lag) : `over ${LAGS.at(-1)}`,
            failed ? (100 * failed.accuracy).toFixed(0) : '–',
          ]
        }),
      },
    ],
    plots: [
      {
        name: 'vanishing',
        title: 'Norm of the gradient against steps back',
        svg: lineChart(decayChart(decays)),
      },
    ],
  }
}

const decayChart = (decays: readonly Decay[]): LineChart => {
  const [lowest, highest] = [1e-12, 1e6]
  const points = (norms: number[]) =>
    norms.map((norm, i) => ({ x: i + 1, y: Math.min(Math.max(norm, lowest), highest) }))
  const shown = decays.filter(({ cell, norm }) => cell === 'simple-rnn' || norm === 1)
  return {
    title: '‖∂h_t/∂h_{t−k}‖ while reading text',
    x: { label: 'k, steps back', domain: [1, STEPS] },
    y: { label: 'spectral norm', logarithmic: true, domain: [lowest, highest] },
    series: shown.flatMap(({ cell, norm, before, after }) => [
      { label: `${SHOWN[cell]}, norm ${norm}, before`, points: points(before) },
      { label: `${SHOWN[cell]}, norm ${norm}, after`, points: points(after) },
    ]),
  }
}
