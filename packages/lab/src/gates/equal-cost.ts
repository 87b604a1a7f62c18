import { encodeModel, loadModel, type ModelDefinition, tokenizerOf } from '@runnel/rnn-model'
import { languageConfig } from '../language/language-config.ts'
import { measureLanguage, trainLanguage } from '../language/train-language.ts'
import type { LabContext } from '../question.ts'
import { startWeights } from '../start-weights.ts'

/** Units of each cell for about the same number of multiplications a character. */
export const BUDGETS: readonly Readonly<Record<string, number>>[] = [
  { 'simple-rnn': 48, gru: 32, lstm: 24 },
  { 'simple-rnn': 104, gru: 64, lstm: 56 },
  { 'simple-rnn': 160, gru: 96, lstm: 80 },
]

/** Learning rates, of which each net gets the better one. */
export const RATES: readonly number[] = [0.02, 0.04]

/** Cost and accuracy of one net. */
export interface Priced {
  cell: string
  units: number
  /** Multiplications a character: U and the output layer; the input is looked up. */
  multiplications: number
  microseconds: number
  bits: number
  right: number
}

/** Multiplications that a net needs for a character. */
export const multiplicationsOf = ({ weights }: ModelDefinition): number =>
  weights['layer0.recurrent'].values.length + weights['output.kernel'].values.length

/** Trains one net to foretell letters, and measures what it costs and gives. */
export const priceNet = async (
  cell: string,
  units: number,
  { learn, held }: { learn: string; held: string },
  characters: number,
  { seed, signal }: Pick<LabContext, 'seed' | 'signal'>,
  advance: (done: number) => void,
): Promise<Priced> => {
  const config = languageConfig(cell, units)
  const { encode } = tokenizerOf(config)
  const heldIds = encode(held)
  const tries = []
  for (const [i, learningRate] of RATES.entries()) {
    const { definition } = await trainLanguage({
      definition: startWeights(config, seed, { forgetBias: 1 }),
      ids: encode(learn),
      window: 50,
      batch: 32,
      characters,
      learningRate,
      signal,
      advance: (done) => advance((i + done) / RATES.length),
    })
    tries.push({ definition, ...(await measureLanguage(definition, heldIds)) })
  }
  const { definition, bits, right } = tries.reduce((a, b) => (b.bits < a.bits ? b : a))
  const microseconds = await timeCharacter(definition, heldIds)
  return { cell, units, multiplications: multiplicationsOf(definition), microseconds, bits, right }
}

/** Shortest time of a character in the engine that people run nets with, microseconds: what else runs only adds. */
const timeCharacter = async (definition: ModelDefinition, ids: Uint16Array): Promise<number> => {
  const model = await loadModel(await encodeModel(definition))
  const state = model.createState()
  const part = ids.subarray(0, 2000)
  const out = new Float32Array(part.length * model.outputs)
  const times = Array.from({ length: 50 }, () => {
    const started = performance.now()
    model.run(part, state, out)
    return (1000 * (performance.now() - started)) / part.length
  })
  return Math.min(...times)
}
