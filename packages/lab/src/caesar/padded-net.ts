import * as tf from '@tensorflow/tfjs'
import { LENGTH, type PaddedPairs } from './padded-pairs.ts'

/** Feeding of the assignment's net, and the places it is told to get right. */
export interface Feeding {
  /** Ids as vectors with a single 1, or as plain numbers. */
  input: 'one-hot' | 'scalar'
  /** Id that stands for padding. */
  padding: number
  /** Leaves targets that equal `padding` out of the loss. */
  masked: boolean
}

/** Symbols, padding counted in. */
const SYMBOLS = 31

/**
 * The assignment's net: a SimpleRNN of 64 units over the sequence, and a softmax over symbols at each time step.
 * `[batch, time, features]` to `[batch, time, SYMBOLS]`. The caller disposes it.
 */
export const buildNet = (input: Feeding['input'], seed: number): tf.Sequential =>
  tf.sequential({
    layers: [
      tf.layers.simpleRNN({
        units: 64,
        returnSequences: true,
        inputShape: [LENGTH, input === 'one-hot' ? SYMBOLS : 1],
        kernelInitializer: tf.initializers.glorotUniform({ seed }),
        recurrentInitializer: tf.initializers.randomNormal({ stddev: 0.1, seed: seed + 1 }),
      }),
      tf.layers.timeDistributed({
        layer: tf.layers.dense({
          units: SYMBOLS,
          activation: 'softmax',
          kernelInitializer: tf.initializers.glorotUniform({ seed: seed + 2 }),
        }),
      }),
    ],
  })

/** Ids `[rows, LENGTH]` as the net reads them. The caller disposes it. */
const inputTensor = (ids: Uint16Array, input: Feeding['input']): tf.Tensor3D =>
  tf.tidy(() => {
    const indices = tf.tensor2d(Int32Array.from(ids), [ids.length / LENGTH, LENGTH], 'int32')
    return input === 'one-hot'
      ? tf.oneHot(indices, SYMBOLS).toFloat().as3D(indices.shape[0], LENGTH, SYMBOLS)
      : indices.toFloat().expandDims<tf.Tensor3D>(-1)
  })

/**
 * One step of gradient descent on a batch. Leaves no tensor behind but the optimizer's own.
 *
 * @returns the loss: nats a character that counts
 */
export const trainStep = async (
  net: tf.Sequential,
  optimizer: tf.Optimizer,
  { inputs, targets }: PaddedPairs,
  { input, padding, masked }: Feeding,
): Promise<number> => {
  const loss = optimizer.minimize(() => {
    const probabilities = net.apply(inputTensor(inputs, input), { training: true }) as tf.Tensor3D
    const ids = tf.tensor2d(Int32Array.from(targets), [targets.length / LENGTH, LENGTH], 'int32')
    const likelihood = probabilities.mul(tf.oneHot(ids, SYMBOLS)).sum(-1)
    const counts = masked ? ids.notEqual(padding).toFloat() : tf.onesLike(likelihood)
    return likelihood.add(1e-7).log().mul(counts).sum().neg().div(counts.sum())
  }, true)
  // `minimize` gives null only when it is not asked for the loss.
  const [value] = await (loss as tf.Scalar).data()
  loss?.dispose()
  return value
}

/** The most probable id at each place, `[rows, LENGTH]`. */
export const predict = (net: tf.Sequential, ids: Uint16Array, input: Feeding['input']): Int32Array =>
  tf.tidy(() => {
    const probabilities = net.predict(inputTensor(ids, input), { batchSize: 64 }) as tf.Tensor3D
    return probabilities.argMax(-1).dataSync<'int32'>()
  })
