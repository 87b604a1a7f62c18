import { createRandom, LATIN, type Random } from '@runnel/core'
import { type ModelConfig, type ModelDefinition, tokenizerOf } from '@runnel/rnn-model'
import {
  createTrainingWindow,
  loadTrainKernels,
  TrainableNet,
  type TrainingWindow,
} from '@runnel/rnn-model/train'
import { adamStep } from '../adam-step.ts'
import { breathe } from '../breathe.ts'

/** Letters that have to be remembered, and letters that stand between: any of these. */
export const CUES = 8
const BATCH = 32
/** Updates whose accuracy is averaged. */
const RECENT = 20
/** Accuracy from which a lag counts as learned, and accuracy from which training ends early. */
const LEARNED = 0.9
const ENOUGH = 0.99

/** Settings of a training run whose net is to remember. */
export interface RecallTraining {
  /** The net with its first weights; its configuration is one of `recallConfig`. */
  definition: ModelDefinition
  /** Time steps between the cue and the place where it is asked for. */
  lag: number
  /** Time steps that a gradient goes back; the whole sequence when not given. */
  truncation?: number
  /** Updates at the most. */
  updates: number
  learningRate: number
  seed: number
  signal: AbortSignal
  advance?: (done: number) => void
}

/** Outcome of a training run. */
export interface RecallTrained {
  learned: boolean
  /** Of the latest updates; chance is one in eight. */
  accuracy: number
  updates: number
}

/** Nets that remember: letters, and a mark that asks. */
export const recallConfig = (cell: string, units: number): ModelConfig => ({
  name: 'recall',
  tokenizer: { alphabet: `${LATIN} ?`, space: ' ', other: '?' },
  input: 'one-hot',
  layers: [{ cell, units }],
  task: { kind: 'language' },
})

/**
 * Trains a net on sequences of a cue (one of `abcdefgh`), other letters drawn at random, and a question mark, at
 * which it has to give the cue. Every sequence is new, so that accuracy is that on sequences not seen before.
 *
 * A sequence is cut into windows of `truncation` steps, the last one ending at the question mark; the state is
 * carried from one to the next and the gradient is not.
 */
export const trainRecall = async (training: RecallTraining): Promise<RecallTrained> => {
  const { definition, lag, truncation = lag + 1, updates, learningRate, seed, signal, advance } = training
  const net = new TrainableNet(await loadTrainKernels(), definition, BATCH, truncation)
  const ids = tokenizerOf(definition.config).encode(`${LATIN}?`)
  const random = createRandom(seed)
  const windows = Math.ceil((lag + 1) / truncation)
  const sequence = createTrainingWindow(windows * truncation, BATCH)
  const parts = split(sequence, windows, truncation)
  const recent: number[] = []
  const accuracy = () => recent.reduce((sum, right) => sum + right, 0) / (BATCH * recent.length)
  let step = 0
  for (; step < updates && !(recent.length === RECENT && accuracy() >= ENOUGH); step++) {
    fillSequence(sequence, lag, ids, random)
    for (const part of parts.slice(0, -1)) net.measure(part)
    const { right, weight } = net.backPropagate(parts[windows - 1])
    adamStep(net, { step, steps: updates, weight, learningRate })
    recent.push(right)
    if (recent.length > RECENT) recent.shift()
    if (step % Math.ceil(1000 / lag) === 0) {
      await breathe(signal)
      advance?.(step / updates)
    }
  }
  return { learned: accuracy() >= LEARNED, accuracy: accuracy(), updates: step }
}

/** Views of a long window, one after another; only the first starts afresh. */
const split = (window: TrainingWindow, count: number, length: number): TrainingWindow[] =>
  Array.from({ length: count }, (_, i) => {
    const [from, to] = [i * length * BATCH, (i + 1) * length * BATCH]
    return {
      inputs: window.inputs.subarray(from, to),
      targets: window.targets.subarray(from, to),
      weights: window.weights.subarray(from, to),
      fresh: new Uint8Array(BATCH).fill(i === 0 ? 1 : 0),
    }
  })

/** Overwrites a window with new sequences, which end where it ends; letters before the cue mean nothing. */
const fillSequence = (
  { inputs, targets, weights }: TrainingWindow,
  lag: number,
  ids: Uint16Array,
  random: Random,
): void => {
  const length = inputs.length / BATCH
  for (let i = 0; i < inputs.length; i++) inputs[i] = ids[CUES + random.integer(LATIN.length - CUES)]
  for (let stream = 0; stream < BATCH; stream++) {
    const cue = ids[random.integer(CUES)]
    const end = (length - 1) * BATCH + stream
    inputs[(length - 1 - lag) * BATCH + stream] = cue
    inputs[end] = ids[LATIN.length]
    targets[end] = cue
    weights[end] = 1
  }
}
