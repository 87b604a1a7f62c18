import * as tf from '@tensorflow/tfjs'

/**
 * Cross-entropy in nats, averaged over the places where `mask` is 1; padding counts for nothing.
 *
 * @param probabilities `[batch, time, vocabulary]`
 * @param targets one-hot, `[batch, time, vocabulary]`
 * @param mask `[batch, time]`
 * @returns a scalar, which the caller disposes
 */
export const maskedCrossEntropy = (
  probabilities: tf.Tensor3D,
  targets: tf.Tensor3D,
  mask: tf.Tensor2D,
): tf.Scalar =>
  tf.tidy(() => {
    const likelihood = probabilities.mul(targets).sum(-1).add(1e-7)
    return likelihood.log().mul(mask).sum().div(mask.sum()).neg() as tf.Scalar
  })

/** Number of places with mask 1 where the most probable symbol is the target; a scalar, shapes as above. */
export const maskedHits = (probabilities: tf.Tensor3D, targets: tf.Tensor3D, mask: tf.Tensor2D): tf.Scalar =>
  tf.tidy(() => probabilities.argMax(-1).equal(targets.argMax(-1)).toFloat().mul(mask).sum<tf.Scalar>())
