import { tokenizerOf } from '@runnel/rnn-model'
import { breathe } from '../breathe.ts'
import { cellTitles } from '../cell-titles.ts'
import { languageConfig } from '../language/language-config.ts'
import { LEARNING_RATE, trainLanguage } from '../language/train-language.ts'
import { lineChart } from '../line-chart.ts'
import type { LabContext, Table } from '../question.ts'
import { startWeights } from '../start-weights.ts'
import { firstBelow, gradientDecay } from './gradient-decay.ts'

/** Units of all nets here. */
export const UNITS = 32
/** Steps back that gradients are followed. */
const STEPS = 100
/** Below this a gradient counts as gone. */
export const GONE = 0.01
/** Characters that a net learns from. */
export const CHARACTERS = 400_000
const NORMS = [0.5, 1, 1.5]

/** ‖∂h_t/∂h_{t−k}‖ against k, from k = 1, for a net that has learned nothing, and for one that has. */
export interface Decay {
  cell: string
  /** Of W_hh, before training. */
  norm: number
  before: number[]
  after: number[]
}

/** Every cell with every norm. */
export const decayNets = (): { cell: string; norm: number }[] =>
  Object.keys(cellTitles).flatMap((cell) => NORMS.map((norm) => ({ cell, norm })))

/** The decay of a net with its first weights, while it reads `text`. */
export const decayBefore = (cell: string, norm: number, text: string, seed: number): number[] => {
  const config = languageConfig(cell, UNITS)
  return gradientDecay(startWeights(config, seed, { norm }), tokenizerOf(config).encode(text), STEPS)
}

/** All decays, before a net has learned to foretell letters and after. */
export const measureDecays = async ({ seed, signal, readText, advance }: LabContext): Promise<Decay[]> => {
  const { learn, held } = await readText(CHARACTERS, (done) => advance(0.1 * done, 'writing text'))
  const found: Decay[] = []
  const nets = decayNets()
  for (const { cell, norm } of nets) {
    const config = languageConfig(cell, UNITS)
    const { encode } = tokenizerOf(config)
    const { definition } = await trainLanguage({
      definition: startWeights(config, seed, { norm }),
      ids: encode(learn),
      window: 50,
      batch: 32,
      characters: CHARACTERS,
      learningRate: LEARNING_RATE,
      signal,
      advance: (part) =>
        advance(0.1 + (0.2 * (found.length + part)) / nets.length, `${cellTitles[cell]}: norm ${norm}`),
    })
    const before = decayBefore(cell, norm, held, seed)
    await breathe(signal)
    found.push({ cell, norm, before, after: gradientDecay(definition, encode(held), STEPS) })
  }
  return found
}

/** The step at which a gradient is gone, in words. */
export const goneAt = (norms: readonly number[]): string => String(firstBelow(norms, GONE) ?? `over ${STEPS}`)

/** Gradients ten steps back, and where they are gone. */
export const decayTable = (decays: readonly Decay[]): Table => ({
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
    cellTitles[cell],
    String(norm),
    before[9].toPrecision(3),
    after[9].toPrecision(3),
    goneAt(before),
    goneAt(after),
  ]),
})

/** Curves from 1000 down to a millionth; what is below ends a curve. */
export const decayChart = (decays: readonly Decay[]): string => {
  const points = (norms: number[]) =>
    norms.map((norm, i) => ({ x: i + 1, y: Math.log10(norm) })).filter(({ y }) => y >= -6)
  const shown = decays.filter(({ cell, norm }) => cell === 'simple-rnn' || norm === 1)
  return lineChart({
    title: '‖∂h_t/∂h_{t−k}‖ while reading text',
    x: { label: 'k, steps back', domain: [1, STEPS] },
    y: { label: 'log10 of the spectral norm' },
    series: shown.flatMap(({ cell, norm, before, after }) => [
      { label: `${cellTitles[cell]}, norm ${norm}, before`, points: points(before) },
      { label: `${cellTitles[cell]}, norm ${norm}, after`, points: points(after) },
    ]),
  })
}
