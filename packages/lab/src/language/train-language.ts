import type { ModelDefinition } from '@runnel/rnn-model'
import {
  createTrainingWindow,
  loadTrainKernels,
  TrainableNet,
  type TrainingWindow,
} from '@runnel/rnn-model/train'
import { adamStep } from '../adam-step.ts'
import { breathe } from '../breathe.ts'

/** Of Adam, near the best of those tried for nets this small and runs this short. */
export const LEARNING_RATE = 0.03

/** Settings of a training run of a language model. */
export interface LanguageTraining {
  /** The net with its first weights. */
  definition: ModelDefinition
  /** Text to learn from, as ids. */
  ids: Uint16Array
  /** Steps that a gradient goes back: the length of a window. */
  window: number
  /** Streams side by side. */
  batch: number
  /** Characters to read, all together. */
  characters: number
  learningRate: number
  signal: AbortSignal
  advance?: (done: number) => void
}

/** A trained net, and the cost of training it. */
export interface LanguageTrained {
  definition: ModelDefinition
  updates: number
  /** Milliseconds of the quickest update: what else runs only adds. */
  millisecondsPerUpdate: number
  /** Memory of the kernels: weights, moments, and room for one window. */
  bytes: number
}

/**
 * Trains a net to foretell the next symbol. Streams start at even distances in the text, their states are carried
 * from window to window, and gradients end where a window begins: truncated back-propagation through time.
 */
export const trainLanguage = async (training: LanguageTraining): Promise<LanguageTrained> => {
  const { definition, ids, window: length, batch, characters, learningRate, signal, advance } = training
  const net = new TrainableNet(await loadTrainKernels(), definition, batch, length)
  const windows = languageWindows(ids, length, batch)
  const updates = Math.ceil(characters / (length * batch))
  let shortest = Number.POSITIVE_INFINITY
  for (let step = 0; step < updates; step++) {
    const started = performance.now()
    const { weight } = net.backPropagate(windows.next())
    adamStep(net, { step, steps: updates, weight, learningRate })
    shortest = Math.min(shortest, performance.now() - started)
    if (step % Math.ceil(20_000 / (length * batch)) === 0) {
      await breathe(signal)
      advance?.(step / updates)
    }
  }
  return {
    definition: net.read(),
    updates,
    millisecondsPerUpdate: shortest,
    bytes: net.bytes,
  }
}

/** Bits that a net needs for each character of a text, its state carried, and the share it foretells right. */
export const measureLanguage = async (
  definition: ModelDefinition,
  ids: Uint16Array,
): Promise<{ bits: number; right: number }> => {
  const [length, batch] = [100, 16]
  const net = new TrainableNet(await loadTrainKernels(), definition, batch, length)
  const windows = languageWindows(ids, length, batch)
  const sum = { loss: 0, right: 0, weight: 0 }
  for (let i = 0; i < Math.floor(ids.length / (length * batch)); i++) {
    const { loss, right, weight } = net.measure(windows.next())
    sum.loss += loss
    sum.right += right
    sum.weight += weight
  }
  return { bits: sum.loss / sum.weight / Math.LN2, right: sum.right / sum.weight }
}

/** Endless windows of a text; each stream goes on where its last window ended. */
const languageWindows = (ids: Uint16Array, length: number, batch: number): { next(): TrainingWindow } => {
  const window = createTrainingWindow(length, batch)
  window.weights.fill(1)
  window.fresh.fill(1)
  let read = 0
  return {
    next() {
      if (read > 0) window.fresh.fill(0)
      for (let i = 0; i < batch; i++) {
        const start = Math.floor((i * ids.length) / batch) + read
        for (let t = 0; t < length; t++) {
          window.inputs[t * batch + i] = ids[(start + t) % ids.length]
          window.targets[t * batch + i] = ids[(start + t + 1) % ids.length]
        }
      }
      read += length
      return window
    },
  }
}
