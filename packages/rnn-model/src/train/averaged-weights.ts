/**
 * Moves an exponential moving average of weights towards those after a step, in place. Over the first steps it keeps less than
 * `averaging`, so that the weights that training began with are forgotten. Source: `ExponentialMovingAverage` of TensorFlow.
 *
 * @param step steps taken, the latest included
 */
export const averageWeights = (
  averaged: Float32Array,
  weights: Float32Array,
  averaging: number,
  step: number,
): void => {
  const part = 1 - Math.min(averaging, (1 + step) / (10 + step))
  for (let i = 0; i < averaged.length; i++) averaged[i] += part * (weights[i] - averaged[i])
}
