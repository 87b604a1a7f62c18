import { createRandom, InvalidOptionError } from '@runnel/core'
import * as tf from '@tensorflow/tfjs'
import type { ModelConfig } from '../config.ts'
import { tokenizerOf } from '../tokenizer-of.ts'
import { initialWeights } from '../train/initial-weights.ts'
import type { EpochResult, TrainResult } from '../train/progress.ts'
import { cosine } from '../train/schedule.ts'
import type { TrainOptions } from '../train/train-options.ts'
import { type Examples, makeExamples, takeRows } from './examples.ts'
import { buildLayersModel, inputTensor, readLayerWeights, writeLayerWeights } from './layers-model.ts'
import { maskedCrossEntropy, maskedHits } from './masked-loss.ts'

/**
 * Trains a net to map ciphertext to plaintext (or back) with TensorFlow.js: windows of padded sentences,
 * truncated back-propagation through each window, Adam, padding masked out of loss and accuracy.
 *
 * @param text plaintext to train on
 * @param validation plaintext from another source, which picks the best epoch
 * @param now clock in milliseconds, for the rate
 * @throws InvalidOptionError when either text has no sentence
 */
export const trainTransducer = async (
  config: ModelConfig,
  text: string,
  validation: string,
  options: TrainOptions,
  now: () => number = () => performance.now(),
): Promise<TrainResult> => {
  const { length, batchSize, epochs, stepsPerEpoch, signal } = options
  const examples = makeExamples(config, text, length)
  const held = makeExamples(config, validation, length)
  if (examples.shape[0] === 0) throw new InvalidOptionError('text', text, 'at least one sentence')
  if (held.shape[0] === 0) throw new InvalidOptionError('validation', validation, 'at least one sentence')
  const random = createRandom(options.seed)
  const model = buildLayersModel(config, { length })
  const best = { definition: initialWeights(config, options.seed), loss: Number.POSITIVE_INFINITY }
  writeLayerWeights(model, best.definition)
  const adam = tf.train.adam(options.learningRate)
  const started = now()
  const history: EpochResult[] = []
  const steps = epochs * stepsPerEpoch
  let step = 0
  let characters = 0

  try {
    for (let epoch = 1; epoch <= epochs && !signal?.aborted; epoch++) {
      const mean = new Mean()
      for (let s = 0; s < stepsPerEpoch && !signal?.aborted; s++) {
        setLearningRate(adam, options.learningRate * cosine(step / steps))
        const rows = Array.from({ length: batchSize }, () => random.integer(examples.shape[0]))
        const batch = takeRows(examples, rows)
        const result = await measure(model, config, batch, adam)
        mean.add(result)
        characters += result.count
        step++
        const seconds = (now() - started) / 1000
        options.onProgress?.({
          epoch,
          step,
          steps,
          loss: result.loss,
          accuracy: result.hits / result.count,
          charactersPerSecond: characters / seconds,
          secondsLeft: (seconds / step) * (steps - step),
        })
        // Backends answer without leaving the call stack: a signal gets its turn only here.
        await tf.nextFrame()
      }
      if (mean.count === 0) break
      const validated = await validate(model, config, held, batchSize)
      history.push({
        epoch,
        loss: mean.loss,
        accuracy: mean.accuracy,
        validationLoss: validated.loss,
        validationAccuracy: validated.accuracy,
      })
      if (validated.loss < best.loss) {
        best.loss = validated.loss
        best.definition = await readLayerWeights(model, config)
      }
    }
  } finally {
    adam.dispose()
    model.dispose()
  }
  return {
    definition: best.definition,
    history,
    stopped: step < steps,
    characters,
    seconds: (now() - started) / 1000,
  }
}

interface Measured {
  /** Nats a character. */
  loss: number
  hits: number
  /** Characters that are not padding. */
  count: number
}

/** Runs one batch, and trains on it when given an optimizer. Leaves no tensor behind. */
const measure = async (
  model: tf.LayersModel,
  config: ModelConfig,
  { inputs, targets, mask, shape }: Examples,
  optimizer?: tf.Optimizer,
): Promise<Measured> => {
  const count = mask.reduce((sum, value) => sum + value, 0)
  const [loss, hits] = tf.tidy(() => {
    const x = inputTensor(config, inputs, shape)
    const y = tf.oneHot(tf.tensor2d(Int32Array.from(targets), shape, 'int32'), tokenizerOf(config).vocabulary)
    const weight = tf.tensor2d(Float32Array.from(mask), shape)
    let hit = tf.scalar(0)
    const forward = (): tf.Scalar => {
      const probabilities = model.apply(x, { training: optimizer !== undefined }) as tf.Tensor3D
      hit = tf.keep(maskedHits(probabilities, y as tf.Tensor3D, weight))
      return maskedCrossEntropy(probabilities, y.toFloat() as tf.Tensor3D, weight)
    }
    const value = optimizer?.minimize(forward, true) ?? forward()
    return [value, hit]
  })
  const measured = { loss: (await loss.data())[0], hits: (await hits.data())[0], count }
  tf.dispose([loss, hits])
  return measured
}

/** At most 20 batches, spread evenly over the held-out text. */
const validate = async (
  model: tf.LayersModel,
  config: ModelConfig,
  held: Examples,
  batchSize: number,
): Promise<Mean> => {
  const rows = Math.min(held.shape[0], 20 * batchSize)
  const mean = new Mean()
  for (let from = 0; from < rows; from += batchSize) {
    const picked = Array.from({ length: Math.min(batchSize, rows - from) }, (_, i) =>
      Math.floor(((from + i) * held.shape[0]) / rows),
    )
    mean.add(await measure(model, config, takeRows(held, picked)))
  }
  return mean
}

/** Mean over characters of several batches. */
class Mean {
  #loss = 0
  #hits = 0
  count = 0

  add({ loss, hits, count }: Measured): void {
    this.#loss += loss * count
    this.#hits += hits
    this.count += count
  }

  get loss(): number {
    return this.#loss / this.count
  }

  get accuracy(): number {
    return this.#hits / this.count
  }
}

/** tfjs has no setter, but reads this field at each step. */
const setLearningRate = (adam: tf.AdamOptimizer, rate: number): void => {
  ;(adam as unknown as { learningRate: number }).learningRate = rate
}
