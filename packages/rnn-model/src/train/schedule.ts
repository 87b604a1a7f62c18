/** Fraction of the highest learning rate after `done` of all steps: half a cosine, down to 2 %. */
export const cosine = (done: number): number => 0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * done))

/** Learning rate of a step, from 0: up from nothing over `warmUp` steps, then down along half a cosine. */
export const learningRateAt = (
  step: number,
  { steps, warmUp, learningRate }: { steps: number; warmUp: number; learningRate: number },
): number => learningRate * Math.min(1, (step + 1) / warmUp) * cosine(step / steps)
